using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Embeddings;

/// <summary>The official client and ours read the same answers.</summary>
internal sealed class EmbeddingDifferentialTests
{
    [TestCase(1, 1)]
    [TestCase(3, 256)]
    [TestCase(16, 1536)]
    public Task Base64_gives_the_same(int count, int dimensions) => SameAsync(EmbeddingAnswer.Json(Enumerable.Range(0, count), dimensions, 123), count);

    [Test]
    public Task Numbers_give_the_same() => SameAsync(
        $$"""
        {"object":"list","data":[{"object":"embedding","index":0,"embedding":[{{string.Join(',', EmbeddingAnswer.Vector(5, 512).Select(number => number.ToString("R", CultureInfo.InvariantCulture)))}}]},
          {"object":"embedding","index":1,"embedding":[{{string.Join(", ", EmbeddingAnswer.Vector(6, 512).Select(number => ((double)number / 3).ToString("R", CultureInfo.InvariantCulture)))}}] } ],
         "model":"m","usage":{"prompt_tokens":2,"total_tokens":3} }
        """,
        2);

    [Test]
    public Task Escaped_slashes_give_the_same() => SameAsync(EmbeddingAnswer.Json([1, 2], 512).Replace("/", "\\/", StringComparison.Ordinal), 2);

    private static async Task SameAsync(string json, int count)
    {
        string[] inputs = [.. Enumerable.Repeat("text", count)];
        using var http = new HttpClient(new FixedAnswer(Encoding.UTF8.GetBytes(json)));
        var official = new OpenAI.Embeddings.EmbeddingClient("m", new ApiKeyCredential("k"), new() { Transport = new HttpClientPipelineTransport(http) });
        var theirs = (await official.GenerateEmbeddingsAsync(inputs)).Value;
        var ours = await ServiceStub.Answering(json).Client().EmbedAsync(inputs);
        Assert.Multiple(() =>
        {
            Assert.That(ours.Vectors.Select(vector => Bits(vector)), Is.EqualTo(theirs.OrderBy(vector => vector.Index).Select(vector => Bits(vector.ToFloats()))));
            Assert.That((ours.Model, ours.Usage!.PromptTokens, ours.Usage.TotalTokens), Is.EqualTo((theirs.Model, (long)theirs.Usage.InputTokenCount, (long)theirs.Usage.TotalTokenCount)));
        });
    }

    private static int[] Bits(ReadOnlyMemory<float> vector) => [.. vector.ToArray().Select(BitConverter.SingleToInt32Bits)];
}
