using System.Text;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Embeddings;

internal sealed class EmbeddingFuzzTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "-1", "1e999", "\"data\":", "\"embedding\":", "\"index\":", "\"usage\":", "\"model\":", "\\u0000", "\\ud800", "=", "AAAA", "\u00FF", " ", "9999999999999999999999", "true", "[[[[", "{\"a\":",
    ];

    private static readonly string[] Seeds =
    [
        EmbeddingAnswer.Json([1, 2, 3], 4),
        """{"object":"list","data":[{"index":0,"embedding":[0.1,-0.2,3e-5]},{"index":2,"embedding":[1,2,3]},{"embedding":[4,5,6],"index":1,"x":{"y":[1]}}],"new":{"a":1},"usage":null}""",
        """{"data":[{"index":0,"embedding":"AACAP\/8="},{"index":1,"embedding":"AACA\u0050w=="},{"index":2,"embedding":"AACAPw=="}],"model":"m","usage":{"prompt_tokens":1,"total_tokens":1}}""",
        """{"error":{"code":"429","message":"slow down","innererror":{"code":"x","content_filter_result":{}}}}""",
        """{"statusCode":401,"message":"no"}""",
    ];

    [Test]
    public async Task A_mutated_answer_is_a_value_or_a_typed_error()
    {
        var random = new Random(620);
        var request = new EmbeddingRequest("a", "b", "c");
        var values = 0;
        for (var round = 0; round < Fuzz.Count; round++)
        {
            var utf8 = Mutate(random, Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]));
            var client = new AzureOpenAIClient(new HttpClient(new FixedAnswer(utf8)) { BaseAddress = new Uri("https://contoso.openai.azure.com/") }, new() { EmbeddingDeployment = "e" });
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var result = await client.EmbedAsync(request);
                Assert.That(result.Vectors.Select(vector => vector.Length).Distinct().Count(), Is.EqualTo(1));
                values++;
            }
            catch (AzureOpenAIException)
            {
            }
            catch (Exception exception)
            {
                Assert.Fail($"Round {round}: {exception.GetType()} for {Convert.ToBase64String(utf8)}");
            }

            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1024 * 1024), $"Round {round} made us allocate without bound: {Convert.ToBase64String(utf8)}");
        }

        Assert.That(values, Is.InRange(Fuzz.Count / 100, Fuzz.Count * 3 / 4), "Some mutations are harmless, most are not: else nothing was tested.");
    }

    private static byte[] Mutate(Random random, byte[] utf8)
    {
        for (var changes = random.Next(1, 4); changes > 0 && utf8.Length > 0; changes--)
        {
            var start = random.Next(utf8.Length);
            var end = Math.Min(utf8.Length, start + random.Next(1, 12));
            utf8 = random.Next(6) switch
            {
                0 => [.. utf8[..start], (byte)random.Next(256), .. utf8[(start + 1)..]],
                1 => [.. utf8[..start], .. utf8[end..]],
                2 => [.. utf8[..end], .. utf8[start..]],
                3 => utf8[..start],
                4 => [.. utf8[..start], .. Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]), .. utf8[start..]],
                _ => [.. utf8[..start], .. Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]), .. utf8[end..]],
            };
        }

        return utf8;
    }
}
