using System.Net;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Telemetry;

internal sealed class EmbeddingTelemetryTests
{
    private const string Vector = """{"data":[{"index":0,"embedding":[1,2]}],"model":"text-embedding-3-small","usage":{"prompt_tokens":5,"total_tokens":5}}""";

    [Test]
    public async Task A_span_and_measurements_tell_of_a_call_for_vectors()
    {
        using var observer = new Observer();
        var stub = ServiceStub.Answering(Vector);
        await stub.Client(observer.Configure).EmbedAsync(new EmbeddingRequest("x") { Dimensions = 2 });
        Assert.That(observer.Span.DisplayName, Is.EqualTo($"embeddings {observer.Deployment}"));
        Assert.That(observer.Attributes.Split('\n'), Is.EqualTo(new[]
        {
            $"az.client_request_id={stub.ClientRequestId}",
            "azure.resource_provider.namespace=Microsoft.CognitiveServices",
            "gen_ai.embeddings.dimension.count=2",
            "gen_ai.operation.name=embeddings",
            "gen_ai.provider.name=azure.ai.openai",
            "gen_ai.request.encoding_formats=base64",
            $"gen_ai.request.model={observer.Deployment}",
            "gen_ai.response.model=text-embedding-3-small",
            "gen_ai.usage.input_tokens=5",
            "server.address=contoso.openai.azure.com",
            "server.port=443",
        }));
        Assert.That(observer.Of("gen_ai.client.token.usage").Select(entry => (entry.Value, entry.Tags)), Is.EqualTo(new[]
        {
            (5.0, "gen_ai.operation.name=embeddings\ngen_ai.provider.name=azure.ai.openai\ngen_ai.request.model=deployment\ngen_ai.response.model=text-embedding-3-small\ngen_ai.token.type=input"),
        }));
        Assert.That(observer.Of("gen_ai.client.operation.duration"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_failure_is_told_by_its_kind()
    {
        using var observer = new Observer();
        await Assert.ThrowsAsync<AzureOpenAIException>(() => ServiceStub.Answering("{}", HttpStatusCode.Unauthorized).Client(observer.Configure).EmbedAsync(["x"]));
        Assert.That((observer.Span.GetTagItem("error.type"), observer.Of("gen_ai.client.operation.duration").Single().Tags.Contains("error.type=Unauthorized", StringComparison.Ordinal)), Is.EqualTo(("Unauthorized", true)));
    }

    [Test]
    public async Task An_answer_that_is_none_is_a_failure_too()
    {
        using var observer = new Observer();
        await Assert.ThrowsAsync<AzureOpenAIException>(() => ServiceStub.Answering("<html>").Client(observer.Configure).EmbedAsync(["x"]));
        Assert.That(observer.Span.GetTagItem("error.type"), Is.EqualTo("MalformedAnswer"));
    }

    [Test]
    public async Task A_request_of_several_calls_has_a_span_for_each()
    {
        using var observer = new Observer();
        var data = string.Join(',', Enumerable.Range(0, 2048).Select(i => $$"""{"index":{{i}},"embedding":[1]}"""));
        var full = """{"data":[""" + data + """],"model":"m"}""";
        await ServiceStub.Answering(full).Client(observer.Configure).EmbedAsync(new EmbeddingRequest([.. Enumerable.Repeat("x", 4096)]));
        Assert.That((observer.Spans.Count, observer.Spans.Select(span => span.GetTagItem("az.client_request_id")).Distinct().Count()), Is.EqualTo((2, 2)));
    }
}
