using System.Text;

namespace AuthProfiles.Security.Tests.Retries;

/// <summary>A body of each kind, by name.</summary>
internal static class RetryBodies
{
    public const string Payload = "payload";

    private const string Text = """{"a":1}""";

    public static HttpContent? Make(string kind) => kind switch
    {
        "none" => null,
        "memory" => new ByteArrayContent(Encoding.UTF8.GetBytes(Text)),
        "seekable" => new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(Text))),
        "forward" => new StreamContent(new ForwardStream(Encoding.UTF8.GetBytes(Text))),
        "form" => new FormUrlEncodedContent([new("a", "1")]),
        Payload => new StringContent(Text, Encoding.UTF8, "application/json"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such body."),
    };

    /// <summary>Says what must arrive, with the token of an attempt where the body carries it.</summary>
    public static string Arrives(string kind, int token) => kind switch
    {
        "none" => string.Empty,
        "form" => "a=1",
        Payload => $$"""{"token":"t{{token}}","a":1}""",
        _ => Text,
    };

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
