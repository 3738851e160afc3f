using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

internal sealed class StreamErrorTests
{
    private static IEnumerable<string> Names => CannedStreams.Broken.Keys;

    [TestCaseSource(nameof(Names))]
    public async Task A_broken_stream_is_a_typed_error(string name)
    {
        var (text, kind) = CannedStreams.Broken[name];
        var read = await Transcript.ReadAsync(text);
        Assert.That((read.Error?.Kind, read.Error?.StatusCode), Is.EqualTo(((AzureOpenAIErrorKind?)kind, (int?)200)));
    }

    [TestCase("flat error as data", "rate_limit_exceeded")]
    [TestCase("flat error of a gateway", "429")]
    public async Task A_flat_error_in_the_stream_keeps_its_words(string name, string code)
    {
        var error = (await Transcript.ReadAsync(CannedStreams.Broken[name].Text)).Error!;
        Assert.That((error.Code, error.ServiceMessage), Is.EqualTo((code, "oops")));
    }

    [TestCase("error as data", "Hi")]
    [TestCase("cut within an event", "")]
    [TestCase("cut between events", "Hi")]
    [TestCase("half of a surrogate pair", "a")]
    public async Task What_came_before_the_error_is_given_out(string name, string text) => Assert.That(
        string.Concat((await Transcript.ReadAsync(CannedStreams.Broken[name].Text)).Updates.Select(update => update.Text)), Is.EqualTo(text));

    [Test]
    public async Task An_error_in_the_stream_has_its_words_and_the_headers_of_the_answer()
    {
        var stub = ServiceStub.Answering(CannedStreams.Broken["rate limit"].Text, headers: [("Retry-After", "7"), ("apim-request-id", "r-1")]);
        var error = (await Transcript.ReadAsync(stub.Client())).Error!;
        Assert.That((error.ServiceMessage, error.Code, error.RetryAfter, error.IsTransient, error.RequestIds["apim-request-id"]), Is.EqualTo(("Slow down.", "429", (TimeSpan?)TimeSpan.FromSeconds(7), true, "r-1")));
    }

    [Test]
    public async Task An_error_in_place_of_the_stream_is_that_error()
    {
        var stub = ServiceStub.Answering("""{"error":{"code":"DeploymentNotFound","message":"No."}}""", System.Net.HttpStatusCode.NotFound);
        var error = (await Transcript.ReadAsync(stub.Client())).Error!;
        Assert.That((error.Kind, error.StatusCode), Is.EqualTo((AzureOpenAIErrorKind.DeploymentNotFound, 404)));
    }

    [Test]
    public async Task A_whole_completion_in_place_of_the_stream_is_not_taken_for_one()
    {
        var read = await Transcript.ReadAsync(ServiceStub.Answering(ServiceStub.Chat).Client());
        Assert.That((read.Updates.Count, read.Error!.Message.Contains("no stream of events", StringComparison.Ordinal)), Is.EqualTo((0, true)));
    }

    [Test]
    public async Task An_event_without_end_is_never_read_to_its_end()
    {
        var stub = ServiceStub.Answering(() => new PiecewiseStream(System.Text.Encoding.UTF8.GetBytes("data: " + new string('x', 5 * 1024 * 1024))));
        Assert.That((await Transcript.ReadAsync(stub.Client())).Error!.Kind, Is.EqualTo(AzureOpenAIErrorKind.AnswerTooLarge));
    }

    [Test]
    public async Task A_stream_may_be_long_as_long_as_its_events_are_not()
    {
        var text = CannedStreams.Role + string.Concat(Enumerable.Repeat(CannedStreams.Text(new string('x', 20_000)), 400)) + CannedStreams.Stop;
        Assert.That((await Transcript.ReadAsync(text)).Completion.Text, Has.Length.EqualTo(8_000_000));
    }

    [Test]
    public async Task An_event_with_more_answers_than_can_be_asked_for_is_no_answer()
    {
        var text = "data: {\"choices\":[" + string.Join(',', Enumerable.Repeat("{}", 5000)) + "]}\n\n" + CannedStreams.Stop;
        Assert.That((await Transcript.ReadAsync(text)).Error!.Kind, Is.EqualTo(AzureOpenAIErrorKind.MalformedAnswer));
    }

    [TestCase(1, "", false)]
    [TestCase(2, "", true)]
    [TestCase(2, "data: [DONE]\n\n", false)]
    [TestCase(500, "", true)]
    public async Task A_stream_that_ends_before_each_answer_that_was_asked_for_is_cut(int count, string end, bool isCut)
    {
        var text = CannedStreams.Role + CannedStreams.Text("Hi") + CannedStreams.Stop + end;
        var read = await Transcript.ReadAsync(text, new ChatRequest("Hello") { ChoiceCount = count });
        Assert.That(read.Error?.Kind, Is.EqualTo(isCut ? AzureOpenAIErrorKind.AnswerInterrupted : null));
    }

    [Test]
    public async Task A_stream_ends_without_a_last_event_when_each_answer_has()
    {
        var text = CannedStreams.Delta("{\"content\":\"A\"}", 0) + CannedStreams.Stop + CannedStreams.Chunk("{\"delta\":{\"content\":\"B\"},\"finish_reason\":\"stop\",\"index\":1}");
        Assert.That((await Transcript.ReadAsync(text, new ChatRequest("Hello") { ChoiceCount = 2 })).Error, Is.Null);
    }

    [Test]
    public async Task A_connection_that_breaks_is_a_typed_error()
    {
        var stub = ServiceStub.Answering(() => new ScriptedStream(_ => ScriptedStream.Bytes(CannedStreams.Role), _ => throw new HttpIOException(HttpRequestError.ResponseEnded)));
        var read = await Transcript.ReadAsync(stub.Client());
        Assert.That((read.Updates.Count, read.Error!.Kind), Is.EqualTo((1, AzureOpenAIErrorKind.AnswerInterrupted)));
    }

    [Test]
    public void A_request_that_is_none_is_refused_at_once() =>
        Assert.That(() => ServiceStub.Answering("").Client().CompleteChatStreamingAsync(null!), Throws.ArgumentNullException);

    [Test]
    public async Task Nothing_is_sent_before_the_enumeration()
    {
        var stub = ServiceStub.Answering(CannedStreams.Whole["plain"]);
        var updates = stub.Client().CompleteChatStreamingAsync(new ChatRequest("Hello"));
        var before = stub.Uri;
        await foreach (var _ in updates)
        {
        }

        Assert.That((before, stub.Uri!.AbsolutePath), Is.EqualTo((default(Uri), "/openai/deployments/gpt-4o-mini/chat/completions")));
    }
}
