using System.Diagnostics;
using System.Net;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Telemetry;

internal sealed class ChatTelemetryTests
{
    private const string Answer = """
        {"id":"chatcmpl-1","model":"gpt-4o-2024","system_fingerprint":"fp_1","service_tier":"scale","created":1,
        "choices":[{"index":0,"finish_reason":"stop","message":{"content":"A"}},{"index":1,"finish_reason":"length","message":{"content":"B"}}],
        "usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":1}}}
        """;

    [Test]
    public async Task A_span_tells_what_was_asked_and_answered_by_the_names_of_the_conventions()
    {
        using var observer = new Observer();
        var stub = ServiceStub.Answering(Answer, headers: [("apim-request-id", "r-1")]);
        await stub.Client(observer.Configure, address: "https://contoso.openai.azure.com:8443/").CompleteChatAsync(new ChatRequest("x")
        {
            MaxCompletionTokens = 100,
            Temperature = 0.5,
            TopP = 0.9,
            FrequencyPenalty = 0.1,
            PresencePenalty = 0.2,
            Seed = 7,
            Stop = ["END", "STOP"],
            ChoiceCount = 2,
            ResponseFormat = ChatResponseFormat.JsonObject,
            AdditionalProperties = new Dictionary<string, JsonElement> { ["service_tier"] = JsonDocument.Parse("\"flex\"").RootElement },
        });

        Assert.That((observer.Span.DisplayName, observer.Span.Kind, observer.Span.Status, observer.Span.ParentSpanId), Is.EqualTo(($"chat {observer.Deployment}", ActivityKind.Client, ActivityStatusCode.Unset, observer.Root.SpanId)));
        Assert.That(observer.Attributes.Split('\n'), Is.EqualTo(new[]
        {
            $"az.client_request_id={stub.ClientRequestId}",
            "azure.resource_provider.namespace=Microsoft.CognitiveServices",
            "azure.service.request.id=r-1",
            "gen_ai.operation.name=chat",
            "gen_ai.output.type=json",
            "gen_ai.provider.name=azure.ai.openai",
            "gen_ai.request.choice.count=2",
            "gen_ai.request.frequency_penalty=0.1",
            "gen_ai.request.max_tokens=100",
            $"gen_ai.request.model={observer.Deployment}",
            "gen_ai.request.presence_penalty=0.2",
            "gen_ai.request.seed=7",
            "gen_ai.request.stop_sequences=END,STOP",
            "gen_ai.request.temperature=0.5",
            "gen_ai.request.top_p=0.9",
            "gen_ai.response.finish_reasons=stop,length",
            "gen_ai.response.id=chatcmpl-1",
            "gen_ai.response.model=gpt-4o-2024",
            "gen_ai.usage.cache_read.input_tokens=4",
            "gen_ai.usage.input_tokens=9",
            "gen_ai.usage.output_tokens=3",
            "gen_ai.usage.reasoning.output_tokens=1",
            "openai.api.type=chat_completions",
            "openai.request.service_tier=flex",
            "openai.response.service_tier=scale",
            "openai.response.system_fingerprint=fp_1",
            "server.address=contoso.openai.azure.com",
            "server.port=8443",
        }));
    }

    [Test]
    public async Task What_was_not_asked_for_is_not_told()
    {
        using var observer = new Observer();
        await ServiceStub.Answering(ServiceStub.Chat).Client(observer.Configure).CompleteChatAsync(new ChatRequest("x") { ChoiceCount = 1, MaxTokens = 5 });
        Assert.That(observer.Attributes.Split('\n').Select(line => line.Split('=')[0]), Is.EqualTo(new[]
        {
            "az.client_request_id", "azure.resource_provider.namespace", "gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.request.max_tokens", "gen_ai.request.model",
            "gen_ai.response.finish_reasons", "gen_ai.response.id", "gen_ai.response.model", "openai.api.type", "server.address", "server.port",
        }));
    }

    private static IEnumerable<TestCaseData> Formats =>
    [
        new(new ChatRequest("x") { ResponseFormat = ChatResponseFormat.Text }, "text"),
        new(new ChatRequest("x") { ResponseFormat = ChatResponseFormat.JsonSchema("s", JsonDocument.Parse("{}").RootElement) }, "json"),
        new(new ChatRequest("x") { Modalities = ["text", "audio"], Audio = new("alloy", "wav") }, "speech"),
    ];

    [TestCaseSource(nameof(Formats))]
    public async Task The_form_of_the_answer_is_told(ChatRequest request, string type)
    {
        using var observer = new Observer();
        await ServiceStub.Answering(ServiceStub.Chat).Client(observer.Configure).CompleteChatAsync(request);
        Assert.That(observer.Span.GetTagItem("gen_ai.output.type"), Is.EqualTo(type));
    }

    [Test]
    public async Task Duration_and_tokens_are_measured_with_the_advised_bounds()
    {
        using var observer = new Observer();
        var clock = new TestClock();
        var stub = new ServiceStub(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(3));
            return new HttpResponseMessage { Content = new StringContent(Answer) };
        });
        await stub.Client(observer.Configure, clock).CompleteChatAsync(new ChatRequest("x"));

        const string Tags = "gen_ai.operation.name=chat\ngen_ai.provider.name=azure.ai.openai\ngen_ai.request.model=deployment\ngen_ai.response.model=gpt-4o-2024";
        var duration = observer.Of("gen_ai.client.operation.duration").Single();
        Assert.That((duration.Value, duration.Tags, duration.Instrument.Unit), Is.EqualTo((3.0, Tags, "s")));
        Assert.That(((System.Diagnostics.Metrics.Histogram<double>)duration.Instrument).Advice?.HistogramBucketBoundaries, Has.Count.EqualTo(14).And.Some.EqualTo(81.92));

        var tokens = observer.Of("gen_ai.client.token.usage");
        Assert.That(tokens.Select(entry => (entry.Value, entry.Tags)), Is.EqualTo(new[] { (9.0, Tags + "\ngen_ai.token.type=input"), (3.0, Tags + "\ngen_ai.token.type=output") }));
        Assert.That((tokens[0].Instrument.Unit, ((System.Diagnostics.Metrics.Histogram<long>)tokens[0].Instrument).Advice?.HistogramBucketBoundaries?[^1]), Is.EqualTo(("{token}", (long?)67_108_864)));
    }

    [Test]
    public async Task Measurements_need_no_span()
    {
        using var observer = new Observer(hasSpans: false);
        await ServiceStub.Answering(Answer).Client(observer.Configure).CompleteChatAsync(new ChatRequest("x"));
        Assert.That((observer.Of("gen_ai.client.operation.duration").Count, observer.Of("gen_ai.client.token.usage").Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task A_refusal_is_told_by_its_kind_and_without_the_services_words()
    {
        using var observer = new Observer();
        var stub = ServiceStub.Answering("""{"error":{"code":"429","message":"CANARY"}}""", HttpStatusCode.TooManyRequests, headers: [("x-request-id", "r-2")]);
        await Assert.ThrowsAsync<AzureOpenAIException>(() => stub.Client(observer.Configure).CompleteChatAsync(new ChatRequest("x")));
        Assert.That((observer.Span.Status, observer.Span.StatusDescription, observer.Span.GetTagItem("error.type"), observer.Span.GetTagItem("azure.service.request.id")), Is.EqualTo((ActivityStatusCode.Error, default(string), "RateLimited", "r-2")));
        Assert.That(observer.Of("gen_ai.client.operation.duration").Single().Tags, Does.StartWith("error.type=RateLimited\n"));
        Assert.That(observer.ShowAll(), Does.Not.Contain("CANARY"));
    }

    [Test]
    public async Task Another_failure_is_told_by_its_type()
    {
        using var observer = new Observer();
        var stub = new ServiceStub(() => throw new HttpRequestException("CANARY"));
        await Assert.ThrowsAsync<HttpRequestException>(() => stub.Client(observer.Configure).CompleteChatAsync(new ChatRequest("x")));
        Assert.That((observer.Span.GetTagItem("error.type"), observer.Span.GetTagItem("az.client_request_id")), Is.EqualTo(("System.Net.Http.HttpRequestException", stub.ClientRequestId)));
        Assert.That(observer.ShowAll(), Does.Not.Contain("CANARY"));
    }

    [Test]
    public async Task A_call_is_the_current_span_while_it_is_sent_and_not_after()
    {
        using var observer = new Observer();
        string? sending = null;
        var stub = new ServiceStub(() =>
        {
            sending = Activity.Current?.DisplayName;
            return new HttpResponseMessage { Content = new StringContent(ServiceStub.Chat) };
        });
        await stub.Client(observer.Configure).CompleteChatAsync(new ChatRequest("x"));
        Assert.That((sending, Activity.Current), Is.EqualTo(($"chat {observer.Deployment}", observer.Root)));
    }
}
