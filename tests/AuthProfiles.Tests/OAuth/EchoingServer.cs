using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Tests.OAuth;

/// <summary>A token endpoint that repeats what was sent to it where it should not: in an error, a token type, or the text of an exception.</summary>
internal sealed class EchoingServer(Random random) : HttpMessageHandler
{
    /// <summary>Gets the values that were sent, each as the wire has it and as it is meant.</summary>
    public List<string> Sent { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = (await request.Content!.ReadAsStringAsync(cancellationToken)).Split('&').Select(static pair => pair.Split('=')).ToArray();
        string[] values =
        [
            .. request.Headers.Authorization is { Parameter: { } parameter } ? [parameter] : Array.Empty<string>(),
            .. form.Where(static pair => pair[0] is "client_secret" or "client_assertion").SelectMany(static pair => new[] { pair[1], WebUtility.UrlDecode(pair[1]) }),
        ];
        Sent.AddRange(values);
        var echo = values.Length == 0 ? "nothing" : values[random.Next(values.Length)];
        JsonObject body = new() { ["error_description"] = echo, [random.Next(3) == 0 ? "access_token" : "error"] = random.Next(2) == 0 ? echo : $"was: {echo}" };
        body["token_type"] = echo;
        return random.Next(6) switch
        {
            0 => throw new HttpRequestException(echo, new IOException(echo)),
            1 => new(HttpStatusCode.OK) { Content = new StringContent(body.ToJsonString()) },
            2 => new(HttpStatusCode.BadRequest) { Content = new StringContent(body.ToJsonString()) },
            3 => new(HttpStatusCode.Unauthorized) { Content = new StringContent(echo), ReasonPhrase = "echo" },
            4 => new(HttpStatusCode.Unauthorized) { Content = new StringContent(body.ToJsonString()) },
            _ => new(HttpStatusCode.Found) { Headers = { Location = new($"https://evil.example/?{Uri.EscapeDataString(echo)}") } },
        };
    }
}
