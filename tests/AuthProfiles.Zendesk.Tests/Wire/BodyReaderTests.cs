using System.Buffers;
using System.Net;
using System.Runtime.InteropServices;
using AuthProfiles.Zendesk.Tests.Support;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tests.Wire;

[TestFixture]
public sealed class BodyReaderTests
{
    private readonly SteppedClock _clock = new(DateTimeOffset.UnixEpoch);

    [Test]
    public async Task A_body_that_stalls_is_given_up_after_the_idle_timeout()
    {
        using var stream = new StalledStream("{");
        using var service = Serving(stream);

        var reading = service.Client(TimeSpan.FromSeconds(30), _clock).Tickets.GetAsync(1);
        await stream.UntilItIsReadAsync();
        _clock.Advance(TimeSpan.FromSeconds(29));
        stream.LetOneByteCome();
        await stream.UntilItIsReadAsync();
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.That(reading.IsCompleted, Is.False, "a byte has come, so the silence begins anew");
        _clock.Advance(TimeSpan.FromSeconds(1));

        var exception = await Assert.CatchAsync<ZendeskException>(() => reading);
        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.IncompleteAnswer));
        Assert.That(exception.IsTransient, Is.True);
        Assert.That(exception.InnerException, Is.InstanceOf<TimeoutException>());
    }

    [Test]
    public async Task A_body_that_drips_is_given_up_after_the_clients_timeout()
    {
        using var stream = new StalledStream(new string(' ', 20));
        using var service = Serving(stream);

        var reading = service.Client(TimeSpan.FromSeconds(30), _clock).Tickets.GetAsync(1);
        for (var i = 0; i < 4; i++)
        {
            await stream.UntilItIsReadAsync();
            _clock.Advance(TimeSpan.FromSeconds(20));
            stream.LetOneByteCome();
        }

        await stream.UntilItIsReadAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));

        var exception = await Assert.CatchAsync<ZendeskException>(() => reading);
        Assert.That(exception!.InnerException!.Message, Does.Contain("00:01:40"));
    }

    [Test]
    public void The_memory_of_a_read_that_was_given_up_is_nobody_elses()
    {
        // Under the runner's own context it would end on another thread.
        SynchronizationContext.SetSynchronizationContext(null);
        using var stream = new ForsakenStream();
        using var content = new StreamContent(stream);

        var reading = new BodyReader(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(100), _clock).ReadAsync(content, 1024 * 1024, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(30));

        // All of it has happened on this thread, to which the pool gives what it gave back last.
        Assert.That(reading.Exception?.InnerException, Is.TypeOf<TimeoutException>());
        Assert.That(ArrayPool<byte>.Shared.Rent(stream.Given!.Length), Is.Not.SameAs(stream.Given));
    }

    [Test]
    public async Task The_callers_cancellation_stays_a_cancellation()
    {
        using var stream = new StalledStream("{");
        using var service = Serving(stream);
        using var cancellation = new CancellationTokenSource();

        var reading = service.Client(TimeSpan.FromSeconds(30), _clock).Tickets.GetAsync(1, cancellation.Token);
        await stream.UntilItIsReadAsync();
        await cancellation.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(() => reading);
    }

    [Test]
    public async Task A_connection_that_breaks_in_the_body_is_a_typed_error()
    {
        using var stream = new BrokenStream();
        using var service = Serving(stream);

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.GetAsync(1));

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.IncompleteAnswer));
        Assert.That(exception.Message, Does.Contain("may have been carried out"));
    }

    [Test]
    public async Task The_status_of_a_refusal_is_told_even_if_its_body_never_comes()
    {
        using var stream = new StalledStream("{");
        using var service = Serving(stream, HttpStatusCode.NotFound);

        var reading = service.Client(TimeSpan.FromSeconds(30), _clock).Tickets.GetAsync(1);
        await stream.UntilItIsReadAsync();
        _clock.Advance(TimeSpan.FromSeconds(30));

        var exception = await Assert.CatchAsync<ZendeskException>(() => reading);
        Assert.That(exception!.StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task A_large_body_is_read_whole()
    {
        var description = new string('ö', 200_000);
        using var service = StubService.Json($$"""{"ticket":{"id":1,"description":"{{description}}"} }""");

        Assert.That((await service.Client().Tickets.GetAsync(1)).Description, Is.EqualTo(description));
    }

    private static StubService Serving(Stream stream, HttpStatusCode status = HttpStatusCode.OK) =>
        new(_ => new HttpResponseMessage(status) { Content = new StreamContent(stream) });

    /// <summary>Ends a wait with its token, and may still write into the memory that it was given.</summary>
    private sealed class ForsakenStream : MemoryStream
    {
        public byte[]? Given { get; private set; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given = MemoryMarshal.TryGetArray<byte>(buffer, out var array) ? array.Array : null;
            var read = new TaskCompletionSource<int>();
            cancellationToken.Register(() => read.TrySetCanceled(cancellationToken));
            return new(read.Task);
        }
    }
}
