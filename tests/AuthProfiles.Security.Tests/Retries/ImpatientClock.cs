namespace AuthProfiles.Security.Tests.Retries;

/// <summary>A clock on which every short wait is over at once, and no long one ever is until the test says so: back-off passes, time limits hold.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    private static readonly TimeSpan LongestShort = TimeSpan.FromSeconds(8);

    private readonly Lock _gate = new();
    private readonly List<(TimeSpan Due, HeldTimer Timer)> _held = [];
    private DateTimeOffset _now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Lets the shortest of the time limits that are running run out.</summary>
    public void RunOut()
    {
        List<HeldTimer> due;
        lock (_gate)
        {
            var limit = _held.Select(static held => held.Due).DefaultIfEmpty().Min();
            due = [.. _held.Where(held => held.Due == limit).Select(static held => held.Timer)];
            _held.RemoveAll(held => held.Due == limit);
            _now += limit;
        }

        due.ForEach(static timer => timer.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HeldTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Schedule(HeldTimer timer, TimeSpan due)
    {
        lock (_gate)
        {
            _held.RemoveAll(held => held.Timer == timer);
            if (due > LongestShort)
            {
                _held.Add((due, timer));
                return;
            }

            if (due < TimeSpan.Zero)
            {
                return;
            }

            _now += due;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), timer, preferLocal: false);
    }

    private sealed class HeldTimer(ImpatientClock clock, TimerCallback callback, object? state) : ITimer
    {
        private volatile bool _ended;

        public void Fire()
        {
            if (!_ended)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Schedule(this, dueTime);
            return true;
        }

        public void Dispose()
        {
            _ended = true;
            clock.Schedule(this, Timeout.InfiniteTimeSpan);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
