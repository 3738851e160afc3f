using System.Net;
using AuthProfiles.AzureOpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Tests.Wire;

internal sealed class BodyReaderTests
{
    private static readonly ChatRequest Question = new("Hello");

    [Test]
    public async Task An_answer_in_pieces_is_put_together()
    {
        var pieces = ServiceStub.Chat.Chunk(7).Select(piece => (Func<CancellationToken, Task<byte[]>>)(_ => ScriptedStream.Bytes(new string(piece)))).ToArray();
        var completion = await ServiceStub.Answering(() => new ScriptedStream(pieces)).Client().CompleteChatAsync(Question);
        Assert.That(completion.Text, Is.EqualTo("Hi"));
    }

    [Test]
    public async Task A_body_that_falls_silent_ends_in_a_typed_error_and_frees_the_connection()
    {
        var clock = new TestClock();
        var body = new ScriptedStream(_ => ScriptedStream.Bytes("{\"id\":"), ScriptedStream.Never);
        var call = ServiceStub.Answering(() => body).Client(o => o.BodyIdleTimeout = TimeSpan.FromSeconds(10), clock).CompleteChatAsync(Question);

        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.That(call.IsCompleted, Is.False);
        clock.Advance(TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => call);
        Assert.Multiple(() =>
        {
            Assert.That(error!.Kind, Is.EqualTo(AzureOpenAIErrorKind.AnswerStalled));
            Assert.That(error.IsTransient, Is.True);
            Assert.That(error.StatusCode, Is.EqualTo(200));
            Assert.That(error.Message, Does.Contain("BodyIdleTimeout"));
            Assert.That(body.IsDisposed, Is.True);
        });
    }

    [Test]
    public async Task Every_piece_starts_the_silence_anew()
    {
        ContinueInline();
        var clock = new TestClock();
        var gate = new TaskCompletionSource<byte[]>();
        var body = new ScriptedStream(ScriptedStream.Behind(gate), ScriptedStream.Never);
        var call = ServiceStub.Answering(() => body).Client(o => o.BodyIdleTimeout = TimeSpan.FromSeconds(10), clock).CompleteChatAsync(Question);

        clock.Advance(TimeSpan.FromSeconds(9));
        gate.SetResult([(byte)'{']);
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.That(call.IsCompleted, Is.False);
        clock.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<AzureOpenAIException>(() => call);
    }

    [Test]
    public async Task A_body_that_drips_ends_with_the_timeout_of_the_client()
    {
        ContinueInline();
        var clock = new TestClock();
        var drops = Enumerable.Range(0, 50).Select(_ => new TaskCompletionSource<byte[]>()).ToArray();
        var body = new ScriptedStream([.. drops.Select(ScriptedStream.Behind)]);
        var call = ServiceStub.Answering(() => body).Client(clock: clock).CompleteChatAsync(Question);

        // The client's timeout is 100 seconds, the idle timeout 60.
        var drop = 0;
        for (; drop < drops.Length && !call.IsCompleted; drop++)
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            drops[drop].TrySetResult([(byte)' ']);
        }

        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => call);
        Assert.That((error!.Kind, drop), Is.EqualTo((AzureOpenAIErrorKind.AnswerStalled, 4)));
    }

    [Test]
    public async Task A_caller_who_cancels_sees_a_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var call = ServiceStub.Answering(() => new ScriptedStream(ScriptedStream.Never)).Client().CompleteChatAsync(Question, cancellation.Token);
        await cancellation.CancelAsync();
        var error = await Assert.CatchAsync<OperationCanceledException>(() => call);
        Assert.That(error!.CancellationToken, Is.EqualTo(cancellation.Token));
    }

    [TestCase("")]
    [TestCase(ServiceStub.Chat)]
    public async Task A_body_that_does_not_heed_a_cancellation_ends_in_one(string late)
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new TaskCompletionSource<byte[]>();
        var call = ServiceStub.Answering(() => new ScriptedStream(_ => gate.Task)).Client().CompleteChatAsync(Question, cancellation.Token);
        await cancellation.CancelAsync();
        gate.SetResult(System.Text.Encoding.UTF8.GetBytes(late));
        var error = await Assert.CatchAsync<OperationCanceledException>(() => call);
        Assert.That(error!.CancellationToken, Is.EqualTo(cancellation.Token));
    }

    [TestCase("")]
    [TestCase(ServiceStub.Chat)]
    public async Task A_body_that_does_not_heed_its_limit_stalls_for_all_that(string late)
    {
        var clock = new TestClock();
        var gate = new TaskCompletionSource<byte[]>();
        var call = ServiceStub.Answering(() => new ScriptedStream(_ => gate.Task)).Client(clock: clock).CompleteChatAsync(Question);
        clock.Advance(TimeSpan.FromSeconds(60));
        gate.SetResult(System.Text.Encoding.UTF8.GetBytes(late));
        Assert.That((await Assert.ThrowsAsync<AzureOpenAIException>(() => call))!.Kind, Is.EqualTo(AzureOpenAIErrorKind.AnswerStalled));
    }

    [Test]
    public async Task A_body_that_never_waits_has_a_limit_too()
    {
        var clock = new TestClock();
        var body = new ScriptedStream([.. Enumerable.Repeat<Func<CancellationToken, Task<byte[]>>>(
            _ =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return ScriptedStream.Bytes(" ");
            },
            1000)]);
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => ServiceStub.Answering(() => body).Client(clock: clock).CompleteChatAsync(Question));
        Assert.That(error!.Kind, Is.EqualTo(AzureOpenAIErrorKind.AnswerStalled));
    }

    [Test]
    public async Task A_connection_that_breaks_ends_in_a_typed_error()
    {
        var stub = ServiceStub.Answering(() => new ScriptedStream(_ => ScriptedStream.Bytes("{"), _ => throw new HttpIOException(HttpRequestError.ResponseEnded)));
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => stub.Client().CompleteChatAsync(Question));
        Assert.That((error!.Kind, error.IsTransient), Is.EqualTo((AzureOpenAIErrorKind.AnswerInterrupted, true)));
    }

    [Test]
    public async Task An_error_whose_body_stalls_is_still_that_error()
    {
        var clock = new TestClock();
        var call = ServiceStub.Answering(() => new ScriptedStream(ScriptedStream.Never), HttpStatusCode.ServiceUnavailable).Client(clock: clock).CompleteChatAsync(Question);
        clock.Advance(TimeSpan.FromSeconds(60));
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => call);
        Assert.That((error!.Kind, error.StatusCode), Is.EqualTo((AzureOpenAIErrorKind.Unavailable, 503)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task An_error_whose_body_is_cut_says_what_has_come(bool breaks)
    {
        var clock = new TestClock();
        var body = new ScriptedStream(
            _ => ScriptedStream.Bytes("{\"error\":{\"code\":\"content_filter\",\"message\":\"Filtered.\","),
            cancellationToken => breaks ? throw new HttpIOException(HttpRequestError.ResponseEnded) : ScriptedStream.Never(cancellationToken));
        var call = ServiceStub.Answering(() => body, HttpStatusCode.BadRequest).Client(clock: clock).CompleteChatAsync(Question);
        clock.Advance(TimeSpan.FromSeconds(60));
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => call);
        Assert.That((error!.Kind, error.Code, error.ServiceMessage), Is.EqualTo((AzureOpenAIErrorKind.ContentFiltered, "content_filter", "Filtered.")));
    }

    [Test]
    public async Task An_error_that_is_too_long_says_what_has_come()
    {
        var stub = ServiceStub.Answering("{\"error\":{\"code\":\"content_filter\",\"rest\":\"" + new string('x', 100_000) + "\"}}", HttpStatusCode.BadRequest);
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => stub.Client().CompleteChatAsync(Question));
        Assert.That(error!.Kind, Is.EqualTo(AzureOpenAIErrorKind.ContentFiltered));
    }

    [Test]
    public async Task An_answer_that_says_it_is_enormous_is_not_read()
    {
        var stub = new ServiceStub(() =>
        {
            var content = new StreamContent(new ScriptedStream(_ => throw new InvalidOperationException("read")));
            content.Headers.ContentLength = 1L << 40;
            return new HttpResponseMessage { Content = content };
        });
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => stub.Client().CompleteChatAsync(Question));
        Assert.That(error!.Kind, Is.EqualTo(AzureOpenAIErrorKind.AnswerTooLarge));
    }

    // With the context of the test runner, what a gate lets go would continue on another thread, behind the clock's back.
    private static void ContinueInline() => SynchronizationContext.SetSynchronizationContext(null);
}
