using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Embeddings;

internal sealed class EmbeddingBlockTests
{
    private static readonly EmbeddingRequest Two = new("a", "b");

    [Test]
    public async Task Vectors_are_written_into_the_callers_memory_in_order()
    {
        var numbers = new float[4];
        var block = await ServiceStub.Answering("""{"model":"m","data":[{"index":1,"embedding":[3,4]},{"index":0,"embedding":[1,2]}],"usage":{"prompt_tokens":5,"total_tokens":6}}""", headers: ("apim-request-id", "r1"))
            .Client().EmbedAsync(Two, numbers);
        Assert.Multiple(() =>
        {
            Assert.That(numbers, Is.EqualTo(new[] { 1f, 2, 3, 4 }));
            Assert.That(block, Is.EqualTo(new EmbeddingBlock { Model = "m", Dimensions = 2, RequestId = "r1", ClientRequestId = block.ClientRequestId, Usage = new() { PromptTokens = 5, TotalTokens = 6 } }));
        });
    }

    [TestCase(0, null)]
    [TestCase(3, null)]
    [TestCase(6, 2)]
    public void A_destination_of_another_size_is_refused_before_anything_is_sent(int length, int? dimensions)
    {
        var stub = ServiceStub.Answering("{}");
        Assert.Multiple(() =>
        {
            Assert.That(() => stub.Client().EmbedAsync(Two with { Dimensions = dimensions }, new float[length]), Throws.ArgumentException);
            Assert.That(stub.Uri, Is.Null);
        });
    }

    [Test]
    public async Task Vectors_of_another_length_than_the_destination_is_for_are_the_callers_error()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => ServiceStub.Answering("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,2]}]}""").Client().EmbedAsync(Two, new float[6]));
        Assert.That(error!.Message, Does.Contain("2 numbers each").And.Contain("3 each"));
    }

    [TestCase(16)]
    [TestCase(2048)]
    public async Task Beside_the_callers_memory_almost_nothing_is_allocated(int count)
    {
        const int dimensions = 1536;
        var answer = System.Text.Encoding.UTF8.GetBytes(EmbeddingAnswer.Json(Enumerable.Range(0, count), dimensions));
        var client = new AzureOpenAIClient(new HttpClient(new FixedAnswer(answer)) { BaseAddress = new Uri("https://contoso.openai.azure.com/") }, new() { EmbeddingDeployment = "e" });
        var request = new EmbeddingRequest([.. Enumerable.Repeat("text", count)]);
        var numbers = new float[count * dimensions];
        for (var warm = 0; warm < 5; warm++)
        {
            await client.EmbedAsync(request, numbers);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        await client.EmbedAsync(request, numbers);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(allocated, Is.LessThanOrEqualTo(4096), "The stub's own answer is in it.");
    }
}
