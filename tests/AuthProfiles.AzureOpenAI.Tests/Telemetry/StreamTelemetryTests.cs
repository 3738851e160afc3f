using System.Diagnostics;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Streaming;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Telemetry;

internal sealed class StreamTelemetryTests
{
    private const string First = "gen_ai.client.operation.time_to_first_chunk";
    private const string Next = "gen_ai.client.operation.time_per_output_chunk";

    [Test]
    public async Task A_whole_stream_is_told_when_it_has_ended()
    {
        using var observer = new Observer();
        var stub = ServiceStub.Answering(CannedStreams.Whole["plain"], headers: [("apim-request-id", "r-1")]);
        await foreach (var _ in stub.Client(observer.Configure).CompleteChatStreamingAsync(new ChatRequest("x") { IncludeUsage = true }))
        {
            Assert.That(observer.Spans, Is.Empty);
        }

        Assert.That(observer.Attributes.Split('\n').Where(line => !line.StartsWith("gen_ai.response.time", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            $"az.client_request_id={stub.ClientRequestId}",
            "azure.resource_provider.namespace=Microsoft.CognitiveServices",
            "azure.service.request.id=r-1",
            "gen_ai.operation.name=chat",
            "gen_ai.provider.name=azure.ai.openai",
            $"gen_ai.request.model={observer.Deployment}",
            "gen_ai.request.stream=True",
            "gen_ai.response.finish_reasons=stop",
            "gen_ai.response.id=chatcmpl-1",
            "gen_ai.response.model=gpt-4o-2024-11-20",
            "gen_ai.usage.cache_read.input_tokens=4",
            "gen_ai.usage.input_tokens=9",
            "gen_ai.usage.output_tokens=3",
            "gen_ai.usage.reasoning.output_tokens=1",
            "openai.api.type=chat_completions",
            "openai.response.system_fingerprint=fp_1",
            "server.address=contoso.openai.azure.com",
            "server.port=443",
        }));
        Assert.That((observer.Span.Status, observer.Of("gen_ai.client.operation.duration").Count, observer.Of("gen_ai.client.token.usage").Count), Is.EqualTo((ActivityStatusCode.Unset, 1, 2)));
    }

    [Test]
    public async Task Each_chunk_is_timed_and_the_first_from_the_request_on()
    {
        using var observer = new Observer();
        var clock = new TestClock();
        var body = new ScriptedStream(
            _ => After(clock, 2, CannedStreams.Role),
            _ => After(clock, 3, CannedStreams.Text("a")),
            _ => After(clock, 5, CannedStreams.Stop));
        await Transcript.ReadAsync(ServiceStub.Answering(() => body).Client(observer.Configure, clock));
        Assert.That(observer.Of(First).Select(entry => (entry.Value, entry.Tags)), Is.EqualTo(new[] { (2.0, "gen_ai.operation.name=chat\ngen_ai.provider.name=azure.ai.openai\ngen_ai.request.model=deployment") }));
        Assert.That(observer.Of(Next).Select(entry => entry.Value), Is.EqualTo(new[] { 3.0, 5.0 }));
        Assert.That((observer.Span.GetTagItem("gen_ai.response.time_to_first_chunk"), observer.Of("gen_ai.client.operation.duration").Single().Value), Is.EqualTo((2.0, 10.0)));
    }

    [Test]
    public async Task A_broken_stream_is_an_error_that_tells_what_had_come()
    {
        using var observer = new Observer();
        var read = await Transcript.ReadAsync(ServiceStub.Answering(CannedStreams.Broken["cut between events"].Text).Client(observer.Configure));
        Assert.That((read.Error!.Kind, observer.Span.Status, observer.Span.GetTagItem("error.type"), observer.Span.GetTagItem("gen_ai.response.id")), Is.EqualTo((AzureOpenAIErrorKind.AnswerInterrupted, ActivityStatusCode.Error, "AnswerInterrupted", "chatcmpl-1")));
        Assert.That(observer.Of("gen_ai.client.operation.duration").Single().Tags, Does.StartWith("error.type=AnswerInterrupted\n"));
    }

    [Test]
    public async Task A_stream_that_is_left_early_ends_its_span_and_is_no_error()
    {
        using var observer = new Observer();
        var body = new ScriptedStream(_ => ScriptedStream.Bytes(CannedStreams.Role + CannedStreams.Text("Hi")), ScriptedStream.Never);
        await foreach (var _ in ServiceStub.Answering(() => body).Client(observer.Configure).CompleteChatStreamingAsync(new ChatRequest("x")))
        {
            break;
        }

        Assert.That((observer.Span.Status, observer.Span.GetTagItem("error.type"), observer.Span.GetTagItem("gen_ai.response.finish_reasons"), body.IsDisposed), Is.EqualTo((ActivityStatusCode.Unset, default(object), default(object), true)));
    }

    [Test]
    public async Task A_stream_that_is_cancelled_is_told_by_the_exceptions_type()
    {
        using var observer = new Observer();
        using var cancellation = new CancellationTokenSource();
        var body = new ScriptedStream(_ => ScriptedStream.Bytes(CannedStreams.Role), ScriptedStream.Never);
        var updates = ServiceStub.Answering(() => body).Client(observer.Configure).CompleteChatStreamingAsync(new ChatRequest("x")).GetAsyncEnumerator(cancellation.Token);
        await updates.MoveNextAsync();
        var next = updates.MoveNextAsync();
        await cancellation.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(async () => await next);
        await updates.DisposeAsync();
        Assert.That(observer.Span.GetTagItem("error.type"), Is.EqualTo("System.OperationCanceledException"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task The_consumers_code_is_in_its_own_span(bool isSlow)
    {
        using var observer = new Observer();
        string? sending = null;
        var body = new ScriptedStream(
            async _ =>
            {
                await Pause(isSlow);
                return await ScriptedStream.Bytes(CannedStreams.Role + CannedStreams.Text("Hi"));
            },
            async _ =>
            {
                await Pause(isSlow);
                return await ScriptedStream.Bytes(CannedStreams.Stop);
            });
        var stub = new ServiceStub(() =>
        {
            sending = Activity.Current?.DisplayName;
            return new HttpResponseMessage { Content = new StreamContent(body) };
        });
        var seen = new List<Activity?>();
        await foreach (var _ in stub.Client(observer.Configure).CompleteChatStreamingAsync(new ChatRequest("x")))
        {
            seen.Add(Activity.Current);
        }

        seen.Add(Activity.Current);
        Assert.That((sending, seen.Count, seen.Distinct().Single()), Is.EqualTo(($"chat {observer.Deployment}", 4, observer.Root)));
    }

    [Test]
    public async Task Each_enumeration_has_a_span_of_its_own_and_none_before_it()
    {
        using var observer = new Observer();
        var stream = ServiceStub.Answering(CannedStreams.Whole["plain"]).Client(observer.Configure).CompleteChatStreamingAsync(new ChatRequest("x"));
        Assert.That(Activity.Current, Is.SameAs(observer.Root));
        for (var i = 0; i < 2; i++)
        {
            await foreach (var _ in stream)
            {
            }
        }

        Assert.That((observer.Spans.Count, observer.Spans.Select(span => span.GetTagItem("az.client_request_id")).Distinct().Count()), Is.EqualTo((2, 2)));
    }

    private static Task Pause(bool isSlow) => isSlow ? Task.Run(static () => { }) : Task.CompletedTask;

    private static Task<byte[]> After(TestClock clock, int seconds, string text)
    {
        clock.Advance(TimeSpan.FromSeconds(seconds));
        return ScriptedStream.Bytes(text);
    }
}
