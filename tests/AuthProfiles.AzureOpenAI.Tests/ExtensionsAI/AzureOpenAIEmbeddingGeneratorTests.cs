using System.Text.Json;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.Tests.ExtensionsAI;

internal sealed class AzureOpenAIEmbeddingGeneratorTests
{
    private const string Answer = """{"model":"text-embedding-3-small-1","data":[{"index":1,"embedding":[3,4]},{"index":0,"embedding":[1,2]}],"usage":{"prompt_tokens":5,"total_tokens":6},"more":7}""";

    [Test]
    public async Task Texts_come_back_as_vectors_with_their_usage()
    {
        using var generator = new AzureOpenAIEmbeddingGenerator(ServiceStub.Answering(Answer).Client());
        var embeddings = await generator.GenerateAsync(["a", "b"]);
        Assert.Multiple(() =>
        {
            Assert.That(embeddings.Select(embedding => embedding.Vector.ToArray()), Is.EqualTo(new[] { new[] { 1f, 2 }, [3f, 4] }));
            Assert.That(embeddings.Select(embedding => embedding.ModelId), Is.All.EqualTo("text-embedding-3-small-1"));
            Assert.That((embeddings.Usage!.InputTokenCount, embeddings.Usage.OutputTokenCount, embeddings.Usage.TotalTokenCount), Is.EqualTo(((long?)5, (long?)null, (long?)6)));
            Assert.That(((JsonElement)embeddings.AdditionalProperties!["more"]!).GetInt32(), Is.EqualTo(7));
        });
    }

    [Test]
    public async Task The_options_decide_and_are_left_as_they_were()
    {
        var stub = ServiceStub.Answering(Answer);
        using var generator = new AzureOpenAIEmbeddingGenerator(stub.Client(), "large", 256);
        var options = new EmbeddingGenerationOptions { ModelId = "other", Dimensions = 2, AdditionalProperties = new() { ["user"] = "u-1", ["input_type"] = JsonDocument.Parse("\"query\"").RootElement, ["nothing"] = null } };
        await generator.GenerateAsync(["a", "b"], options);
        Assert.Multiple(() =>
        {
            Assert.That(stub.Uri!.AbsolutePath, Is.EqualTo("/openai/deployments/other/embeddings"));
            Assert.That(stub.Json.GetProperty("dimensions").GetInt32(), Is.EqualTo(2));
            Assert.That((stub.Json.GetProperty("user").GetString(), stub.Json.GetProperty("input_type").GetString(), stub.Json.GetProperty("nothing").ValueKind), Is.EqualTo(("u-1", "query", JsonValueKind.Null)));
            Assert.That((options.ModelId, options.Dimensions, options.AdditionalProperties.Count), Is.EqualTo(("other", (int?)2, 3)));
        });
    }

    [Test]
    public async Task Without_options_the_generators_own_deployment_and_dimensions_go_out()
    {
        var stub = ServiceStub.Answering(Answer);
        using var generator = new AzureOpenAIEmbeddingGenerator(stub.Client(), "large", 256);
        await generator.GenerateAsync(["a", "b"]);
        Assert.That(stub.Uri!.AbsolutePath + stub.Body, Is.EqualTo("""/openai/deployments/large/embeddings{"input":["a","b"],"encoding_format":"base64","dimensions":256}"""));
    }

    [Test]
    public async Task A_raw_request_comes_before_the_options_but_for_its_texts()
    {
        var stub = ServiceStub.Answering(Answer);
        using var generator = new AzureOpenAIEmbeddingGenerator(stub.Client());
        object? given = null;
        await generator.GenerateAsync(["a", "b"], new()
        {
            ModelId = "other",
            Dimensions = 9,
            RawRepresentationFactory = self =>
            {
                given = self;
                return EmbeddingRequest.OfTokens([1]) with { Deployment = "raw", User = "u-2", InputType = "document" };
            },
        });
        Assert.Multiple(() =>
        {
            Assert.That(given, Is.SameAs(generator));
            Assert.That(stub.Uri!.AbsolutePath + stub.Body, Is.EqualTo("""/openai/deployments/raw/embeddings{"input":["a","b"],"encoding_format":"base64","dimensions":9,"user":"u-2","input_type":"document"}"""));
        });
    }

    [Test]
    public async Task A_text_that_is_null_is_refused_alike_with_and_without_a_raw_request()
    {
        var stub = ServiceStub.Answering(Answer);
        using var generator = new AzureOpenAIEmbeddingGenerator(stub.Client());
        var without = await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync(["a", null!]));
        var with = await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync(["a", null!], new() { RawRepresentationFactory = _ => new EmbeddingRequest("x") }));
        Assert.That((with!.Message, with.ParamName, stub.Uri), Is.EqualTo((without!.Message, without.ParamName, default(Uri))));
    }

    [Test]
    public async Task Nothing_to_embed_is_not_sent()
    {
        var stub = ServiceStub.Answering(Answer);
        using var generator = new AzureOpenAIEmbeddingGenerator(stub.Client());
        Assert.That((await generator.GenerateAsync([])).Count, Is.Zero);
        Assert.That(stub.Uri, Is.Null);
    }

    [Test]
    public void It_tells_what_it_is()
    {
        var client = ServiceStub.Answering(Answer).Client();
        using var generator = new AzureOpenAIEmbeddingGenerator(client, dimensions: 256);
        var metadata = (EmbeddingGeneratorMetadata)generator.GetService(typeof(EmbeddingGeneratorMetadata))!;
        Assert.Multiple(() =>
        {
            Assert.That(
                (metadata.ProviderName, metadata.ProviderUri, metadata.DefaultModelId, metadata.DefaultModelDimensions),
                Is.EqualTo(("azure.ai.openai", new Uri("https://contoso.openai.azure.com/"), "text-embedding-3-small", (int?)256)));
            Assert.That(generator.GetService(typeof(AzureOpenAIClient)), Is.SameAs(client));
            Assert.That(generator.GetService(typeof(IEmbeddingGenerator<string, Embedding<float>>)), Is.SameAs(generator));
            Assert.That(generator.GetService(typeof(AzureOpenAIClient), "key"), Is.Null);
            Assert.That(generator.GetService(typeof(HttpClient)), Is.Null);
        });
    }

    [Test]
    public async Task To_dispose_it_ends_nothing()
    {
        var client = ServiceStub.Answering(Answer).Client();
        new AzureOpenAIEmbeddingGenerator(client).Dispose();
        Assert.That((await client.EmbedAsync(["a", "b"])).Vectors, Has.Length.EqualTo(2));
    }

    [TestCase(16)]
    [TestCase(2048)]
    public async Task Little_more_than_the_vectors_is_allocated(int count)
    {
        const int dimensions = 1536;
        var answer = System.Text.Encoding.UTF8.GetBytes(Embeddings.EmbeddingAnswer.Json(Enumerable.Range(0, count), dimensions));
        using var http = new HttpClient(new FixedAnswer(answer)) { BaseAddress = new Uri("https://contoso.openai.azure.com/") };
        using var generator = new AzureOpenAIEmbeddingGenerator(new AzureOpenAIClient(http, new() { EmbeddingDeployment = "e" }));
        string[] texts = [.. Enumerable.Repeat("text", count)];
        for (var warm = 0; warm < 5; warm++)
        {
            await generator.GenerateAsync(texts);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        await generator.GenerateAsync(texts);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThanOrEqualTo((count * dimensions * sizeof(float) * 1.025) + 4096));
    }
}
