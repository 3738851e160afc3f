using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Streaming;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

internal sealed class StreamLifetimeTests
{
    private static readonly ChatRequest Question = new("Hello");

    [Test]
    public async Task Leaving_early_frees_the_connection()
    {
        var body = new ScriptedStream(_ => ScriptedStream.Bytes(CannedStreams.Role + CannedStreams.Text("Hi")), ScriptedStream.Never);
        await foreach (var _ in ServiceStub.Answering(() => body).Client().CompleteChatStreamingAsync(Question))
        {
            Assert.That(body.IsDisposed, Is.False);
            break;
        }

        Assert.That(body.IsDisposed, Is.True);
    }

    [Test]
    public async Task An_exception_of_the_consumer_frees_the_connection()
    {
        var body = new ScriptedStream(_ => ScriptedStream.Bytes(CannedStreams.Role), ScriptedStream.Never);
        await Assert.ThrowsAsync<NotSupportedException>(async () =>
        {
            await foreach (var _ in ServiceStub.Answering(() => body).Client().CompleteChatStreamingAsync(Question))
            {
                throw new NotSupportedException();
            }
        });
        Assert.That(body.IsDisposed, Is.True);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_cancellation_interrupts_a_read_that_stalls(bool byEnumeration)
    {
        using var cancellation = new CancellationTokenSource();
        var body = new ScriptedStream(_ => ScriptedStream.Bytes(CannedStreams.Role), ScriptedStream.Never);
        var stream = ServiceStub.Answering(() => body).Client().CompleteChatStreamingAsync(Question, byEnumeration ? CancellationToken.None : cancellation.Token);
        var updates = stream.GetAsyncEnumerator(byEnumeration ? cancellation.Token : CancellationToken.None);
        await updates.MoveNextAsync();
        var next = updates.MoveNextAsync();
        Assert.That(next.IsCompleted, Is.False);

        await cancellation.CancelAsync();

        var error = await Assert.CatchAsync<OperationCanceledException>(async () => await next);
        Assert.That((error!.CancellationToken, body.IsDisposed), Is.EqualTo((cancellation.Token, true)));
    }

    [Test]
    public async Task A_cancellation_ends_a_stream_that_never_waits()
    {
        using var cancellation = new CancellationTokenSource();
        var text = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(CannedStreams.Text("Hi"), 1000)));
        var count = 0;
        await Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in ServiceStub.Answering(() => new PiecewiseStream(text, 1000)).Client().CompleteChatStreamingAsync(Question, cancellation.Token))
            {
                count++;
                await cancellation.CancelAsync();
            }
        });
        Assert.That(count, Is.LessThan(5));
    }

    [TestCase("")]
    [TestCase("data: [DONE]\n\n")]
    public async Task A_cancellation_ends_a_stream_that_has_come_already(string end)
    {
        using var cancellation = new CancellationTokenSource();
        var text = CannedStreams.Role + CannedStreams.Text("a") + CannedStreams.Text("b") + CannedStreams.Stop + end;
        var updates = ServiceStub.Answering(text).Client().CompleteChatStreamingAsync(Question, cancellation.Token).GetAsyncEnumerator();
        await updates.MoveNextAsync();
        await cancellation.CancelAsync();
        var error = await Assert.CatchAsync<OperationCanceledException>(async () => await updates.MoveNextAsync());
        Assert.That(error!.CancellationToken, Is.EqualTo(cancellation.Token));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_cancellation_after_the_last_update_is_one_still(bool isDone)
    {
        using var cancellation = new CancellationTokenSource();
        var text = CannedStreams.Role + CannedStreams.Stop + (isDone ? "data: [DONE]\n\n" : "");
        var count = 0;
        await Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in ServiceStub.Answering(text).Client().CompleteChatStreamingAsync(Question, cancellation.Token))
            {
                count++;
                if (update.FinishReason.Value is not null)
                {
                    await cancellation.CancelAsync();
                }
            }
        });
        Assert.That(count, Is.EqualTo(2));
    }

    [TestCase("")]
    [TestCase("data: {}\n\n")]
    public async Task A_body_that_does_not_heed_a_cancellation_ends_in_one(string late)
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new TaskCompletionSource<byte[]>();
        var body = new ScriptedStream(_ => ScriptedStream.Bytes(CannedStreams.Role), _ => gate.Task);
        var updates = ServiceStub.Answering(() => body).Client().CompleteChatStreamingAsync(Question, cancellation.Token).GetAsyncEnumerator();
        await updates.MoveNextAsync();
        var next = updates.MoveNextAsync();
        await cancellation.CancelAsync();
        gate.SetResult(System.Text.Encoding.UTF8.GetBytes(late));
        var error = await Assert.CatchAsync<OperationCanceledException>(async () => await next);
        Assert.That((error!.CancellationToken, body.IsDisposed), Is.EqualTo((cancellation.Token, true)));
    }

    [Test]
    public async Task A_body_that_does_not_heed_its_limit_stalls_for_all_that()
    {
        var clock = new TestClock();
        var gate = new TaskCompletionSource<byte[]>();
        var updates = Client(new ScriptedStream(_ => ScriptedStream.Bytes(CannedStreams.Role), _ => gate.Task), clock).CompleteChatStreamingAsync(Question).GetAsyncEnumerator();
        await updates.MoveNextAsync();
        var next = updates.MoveNextAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(10));
        gate.SetResult([]);
        Assert.That((await Assert.ThrowsAsync<AzureOpenAIException>(() => next))!.Kind, Is.EqualTo(AzureOpenAIErrorKind.AnswerStalled));
    }

    [Test]
    public async Task A_stream_that_falls_silent_ends_in_a_typed_error_and_frees_the_connection()
    {
        var clock = new TestClock();
        var body = new ScriptedStream(_ => ScriptedStream.Bytes(CannedStreams.Role), ScriptedStream.Never);
        var updates = Client(body, clock).CompleteChatStreamingAsync(Question).GetAsyncEnumerator();
        await updates.MoveNextAsync();
        var next = updates.MoveNextAsync().AsTask();

        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.That(next.IsCompleted, Is.False);
        clock.Advance(TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => next);
        Assert.That((error!.Kind, body.IsDisposed), Is.EqualTo((AzureOpenAIErrorKind.AnswerStalled, true)));
    }

    [Test]
    public async Task A_comment_is_a_sign_of_life_and_the_whole_has_a_limit()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        var clock = new TestClock();
        var gates = Enumerable.Range(0, 40).Select(_ => new TaskCompletionSource<byte[]>()).ToArray();
        var next = Client(new ScriptedStream([.. gates.Select(ScriptedStream.Behind)]), clock).CompleteChatStreamingAsync(Question).GetAsyncEnumerator().MoveNextAsync().AsTask();

        // Silence may last 10 seconds, the whole 100.
        var comments = 0;
        for (; comments < gates.Length && !next.IsCompleted; comments++)
        {
            clock.Advance(TimeSpan.FromSeconds(9));
            gates[comments].TrySetResult(": keep-alive\n\n"u8.ToArray());
        }

        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => next);
        Assert.That((error!.Kind, comments), Is.EqualTo((AzureOpenAIErrorKind.AnswerStalled, 12)));
    }

    [Test]
    public async Task A_stream_that_never_waits_and_never_ends_has_a_limit_too()
    {
        var clock = new TestClock();
        var comment = ": keep-alive\n\n"u8.ToArray();
        var body = new ScriptedStream([.. Enumerable.Repeat<Func<CancellationToken, Task<byte[]>>>(
            _ =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(comment);
            },
            1000)]);
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(async () => await Client(body, clock).CompleteChatStreamingAsync(Question).GetAsyncEnumerator().MoveNextAsync());
        Assert.That(error!.Kind, Is.EqualTo(AzureOpenAIErrorKind.AnswerStalled));
    }

    [Test]
    public async Task The_time_that_the_consumer_takes_is_no_silence()
    {
        var clock = new TestClock();
        var body = new ScriptedStream(_ => ScriptedStream.Bytes(CannedStreams.Role), _ => ScriptedStream.Bytes(CannedStreams.Stop));
        await foreach (var _ in Client(body, clock).CompleteChatStreamingAsync(Question))
        {
            clock.Advance(TimeSpan.FromSeconds(30));
        }
    }

    [Test]
    public async Task What_has_come_already_is_given_out_without_waiting()
    {
        var body = new ScriptedStream(_ => ScriptedStream.Bytes(CannedStreams.Role + CannedStreams.Text("a") + CannedStreams.Text("b")), ScriptedStream.Never);
        await using var updates = ServiceStub.Answering(() => body).Client().CompleteChatStreamingAsync(Question).GetAsyncEnumerator();
        await updates.MoveNextAsync();
        foreach (var text in new[] { "a", "b" })
        {
            var step = updates.MoveNextAsync();
            Assert.That(step.IsCompletedSuccessfully);
            Assert.That((await step, updates.Current.Text), Is.EqualTo((true, text)));
        }
    }

    [Test]
    public async Task Updates_hold_when_the_stream_has_moved_on()
    {
        var updates = new List<ChatUpdate>();
        await foreach (var update in ServiceStub.Answering(() => new PiecewiseStream([.. System.Text.Encoding.UTF8.GetBytes(CannedStreams.Whole["plain"])], 50)).Client().CompleteChatStreamingAsync(Question))
        {
            updates.Add(update);
        }

        Assert.That(string.Concat(updates.Select(update => update.Text)), Is.EqualTo("Urgent, ü\n\"x\" 😀."));
    }

    [Test]
    public async Task Each_enumeration_is_a_call_of_its_own()
    {
        var sent = 0;
        var stub = new ServiceStub(() =>
        {
            sent++;
            return new HttpResponseMessage { Content = new StringContent(CannedStreams.Whole["plain"]) };
        });
        var stream = stub.Client().CompleteChatStreamingAsync(Question);
        await stream.ToCompletionAsync();
        await stream.ToCompletionAsync();
        Assert.That(sent, Is.EqualTo(2));
    }

    [Test]
    public async Task Waiting_for_many_pieces_takes_one_timer()
    {
        var clock = new CountingClock();
        Func<CancellationToken, Task<byte[]>>[] pieces =
        [
            .. Enumerable.Range(0, 100).Select<int, Func<CancellationToken, Task<byte[]>>>(i => async _ =>
            {
                await Task.Yield();
                return System.Text.Encoding.UTF8.GetBytes(i < 99 ? CannedStreams.Text("Hi") : CannedStreams.Stop);
            }),
        ];
        await Client(new ScriptedStream(pieces), clock).CompleteChatStreamingAsync(Question).ToCompletionAsync();
        Assert.That(clock.Timers, Is.EqualTo(1));
    }

    private static AzureOpenAIClient Client(ScriptedStream body, TimeProvider clock) => ServiceStub.Answering(() => body).Client(o => o.BodyIdleTimeout = TimeSpan.FromSeconds(10), clock);

    private sealed class CountingClock : TimeProvider
    {
        public int Timers { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timers++;
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
