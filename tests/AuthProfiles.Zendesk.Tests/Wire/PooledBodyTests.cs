using System.Buffers;
using AuthProfiles.Zendesk.Tests.Support;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tests.Wire;

[TestFixture]
public sealed class PooledBodyTests
{
    private const int Size = 1 << 16;

    [Test]
    public void Nothing_of_an_answer_is_left_in_the_pool([Values] bool hasGrown)
    {
        var body = new PooledBody(Size);
        body.Room().Span.Fill((byte)'s');
        body.Advance(body.Room().Length);
        if (hasGrown)
        {
            body.Room();
        }

        body.Dispose();

        // The pool gives a thread what it gave back last.
        Assert.That(ArrayPool<byte>.Shared.Rent(Size), Has.None.EqualTo((byte)'s'));
    }

    [Test]
    public void A_body_that_grows_stays_whole_and_its_mark_is_left_out()
    {
        using var body = new PooledBody(1);
        var text = Enumerable.Range(0, 100_000).Select(static i => (byte)(i % 251)).ToArray();
        byte[] marked = [0xEF, 0xBB, 0xBF, .. text];
        while (body.Length < marked.Length)
        {
            var room = body.Room();
            var count = Math.Min(room.Length, marked.Length - body.Length);
            Assert.That(count, Is.Positive);
            marked.AsSpan(body.Length, count).CopyTo(room.Span);
            body.Advance(count);
        }

        Assert.That(body.Bytes.SequenceEqual(text), Is.True);
        body.Dispose();
        Assert.That((body.Length, body.Bytes.Length), Is.EqualTo((0, 0)));
    }

    [TestCase(5, "The body paused for 00:00:05.")]
    [TestCase(30, "The body took more than 00:00:20.")]
    public async Task A_body_that_does_not_come_says_which_bound_it_met(int idle, string message)
    {
        var clock = new SteppedClock(DateTimeOffset.UnixEpoch);
        using var stream = new StalledStream("{");
        using var content = new StreamContent(stream);

        var reading = new BodyReader(TimeSpan.FromSeconds(idle), TimeSpan.FromSeconds(20), clock).ReadAsync(content, 10, CancellationToken.None);
        await stream.UntilItIsReadAsync();
        clock.Advance(TimeSpan.FromSeconds(Math.Min(idle, 20)));

        Assert.That((await Assert.CatchAsync<TimeoutException>(() => reading))!.Message, Is.EqualTo(message));
    }

    [TestCase(100_000)]
    [TestCase(10)]
    public async Task A_body_is_cut_at_its_limit_and_one_that_told_no_length_is_read_whole(int limit)
    {
        using var stream = new Unmeasured(new byte[50_000]);
        using var content = new StreamContent(stream);

        using var body = await new BodyReader(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(100), TimeProvider.System).ReadAsync(content, limit, CancellationToken.None);

        Assert.That(body.Length, Is.EqualTo(Math.Min(limit, 50_000)));
    }

    [Test]
    public void The_memory_of_a_list_goes_back_and_keeps_no_record_alive()
    {
        // Of a type of its own, so that nobody else has part in these pools; a thread gets what it gave back last.
        var (small, large) = (ArrayPool<Record>.Shared.Rent(16), ArrayPool<Record>.Shared.Rent(32));
        ArrayPool<Record>.Shared.Return(small, clearArray: true);
        ArrayPool<Record>.Shared.Return(large, clearArray: true);
        var few = default(ItemBuffer<Record>);
        var many = default(ItemBuffer<Record>);
        few.Add(new());
        few.Add(new());
        Assert.That(few.ToArray(), Has.Length.EqualTo(2));
        Assert.That(small, Has.All.Null);
        for (var i = 0; i < 17; i++)
        {
            many.Add(new());
        }

        Assert.That(many.ToArray(), Has.Length.EqualTo(17).And.All.Not.Null);
        Assert.That((small.All(static item => item is null), large.All(static item => item is null)), Is.EqualTo((true, true)));
        Assert.That(ArrayPool<Record>.Shared.Rent(16), Is.SameAs(small));
        Assert.That(ArrayPool<Record>.Shared.Rent(32), Is.SameAs(large));
        Assert.That(default(ItemBuffer<Record>).ToArray(), Is.Empty);
    }

    private sealed class Record;

    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
