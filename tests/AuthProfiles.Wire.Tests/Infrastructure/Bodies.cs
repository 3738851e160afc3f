using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;

namespace AuthProfiles.Infrastructure;

/// <summary>Bodies of every kind that can be sent twice, large enough to take many packets.</summary>
internal static class Bodies
{
    public const int Size = 300_000;

    public static IEnumerable<TestCaseData<Func<HttpContent>>> Resendable()
    {
        yield return Case("string", () => new StringContent(Text(1), Encoding.UTF8, "text/plain"));
        yield return Case("bytes", () => new ByteArrayContent(Bytes(2)));
        yield return Case("JSON", () => JsonContent.Create(new[] { Text(3), Text(4) }));
        yield return Case("form", () => new FormUrlEncodedContent([new("a", Text(5)), new("b", "ä&=")]));
        yield return Case("multipart", () => new MultipartFormDataContent("b0undary") { { new StringContent(Text(6)), "a" }, { new ByteArrayContent(Bytes(7)), "b", "b.bin" } });
        yield return Case("multipart with a seekable stream", () => new MultipartFormDataContent("b0undary") { { new StringContent(Text(6)), "a" }, { new StreamContent(new MemoryStream(Bytes(8))), "b" } });
        yield return Case("seekable stream", () => new StreamContent(new MemoryStream(Bytes(9))));
        yield return Case("seekable stream from its middle", () => new StreamContent(new MemoryStream(Bytes(10)) { Position = 1000 }));
    }

    public static byte[] Bytes(int seed, int size = Size)
    {
        var bytes = new byte[size];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static string Hash(byte[] bytes) => $"{bytes.Length} {Convert.ToHexString(SHA256.HashData(bytes))}";

    public static async Task<string> HashAsync(HttpContent content) => Hash(await content.ReadAsByteArrayAsync());

    public static async Task<string> HashAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, cancellationToken);
        return Hash(whole.ToArray());
    }

    private static string Text(int seed) => Convert.ToBase64String(Bytes(seed));

    private static TestCaseData<Func<HttpContent>> Case(string name, Func<HttpContent> content) => new(content) { TestName = "{m}(" + name + ")" };
}
