namespace AuthProfiles.Testing;

public sealed class ManualClockTests
{
    [Test]
    public void It_starts_at_the_documented_instant_and_stands_still()
    {
        var clock = new ManualClock();

        Assert.Multiple(() =>
        {
            Assert.That(clock.UtcNow, Is.EqualTo(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)));
            Assert.That(clock.GetUtcNow(), Is.EqualTo(ManualClock.Start));
            Assert.That(clock.GetTimestamp(), Is.Zero);
        });
    }

    [Test]
    public void Time_and_timestamp_advance_together()
    {
        var clock = new ManualClock();
        var before = clock.GetTimestamp();

        clock.Advance(TimeSpan.FromMinutes(90));

        Assert.Multiple(() =>
        {
            Assert.That(clock.UtcNow - ManualClock.Start, Is.EqualTo(TimeSpan.FromMinutes(90)));
            Assert.That(clock.GetElapsedTime(before), Is.EqualTo(TimeSpan.FromMinutes(90)));
        });
    }

    [Test]
    public void Time_does_not_go_back() =>
        Assert.That(() => new ManualClock().Advance(TimeSpan.FromTicks(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Timers_fire_in_order_each_at_its_own_instant()
    {
        var clock = new ManualClock();
        var fired = new List<(string, TimeSpan)>();
        using var late = clock.CreateTimer(_ => fired.Add(("late", clock.UtcNow - ManualClock.Start)), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var tied = clock.CreateTimer(_ => fired.Add(("tied", clock.UtcNow - ManualClock.Start)), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var periodic = clock.CreateTimer(_ => fired.Add(("periodic", clock.UtcNow - ManualClock.Start)), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.That(fired, Is.EqualTo(new[]
        {
            ("periodic", TimeSpan.FromSeconds(2)),
            ("late", TimeSpan.FromSeconds(3)),
            ("tied", TimeSpan.FromSeconds(3)),
            ("periodic", TimeSpan.FromSeconds(4)),
        }));
        Assert.That(clock.UtcNow - ManualClock.Start, Is.EqualTo(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public void A_timer_made_by_a_timer_fires_in_the_same_advance()
    {
        var clock = new ManualClock();
        var second = TimeSpan.Zero;
        ITimer? inner = null;
        using var outer = clock.CreateTimer(
            _ => inner = clock.CreateTimer(_ => second = clock.UtcNow - ManualClock.Start, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(10));
        inner!.Dispose();

        Assert.That(second, Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void A_disposed_timer_does_not_fire_and_cannot_be_changed()
    {
        var clock = new ManualClock();
        var fired = 0;
        var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();

        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.That(fired, Is.Zero);
        Assert.That(timer.Change(TimeSpan.Zero, TimeSpan.Zero), Is.False);
    }

    [Test]
    public void A_changed_timer_counts_from_the_change()
    {
        var clock = new ManualClock();
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Change(TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.That(fired, Is.Zero);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That(fired, Is.EqualTo(1));
    }

    [Test]
    public async Task A_delay_ends_when_the_clock_says_so()
    {
        var clock = new ManualClock();
        var delay = Task.Delay(TimeSpan.FromMinutes(1), clock);

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.That(delay.IsCompleted, Is.False);
        clock.Advance(TimeSpan.FromSeconds(1));

        await delay;
    }

    [Test]
    public async Task A_timer_that_is_due_at_once_fires_without_an_advance()
    {
        var fired = new TaskCompletionSource();
        using var timer = new ManualClock().CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task;
    }
}
