namespace AuthProfiles.Zendesk.Tests.Support;

/// <summary>A clock that stands until it is advanced, timers included.</summary>
internal sealed class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private readonly List<SteppedTimer> _timers = [];
    private readonly List<(TimeSpan DueTime, TaskCompletionSource Scheduled)> _awaited = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, callback, state);
        lock (_timers)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Ends when somebody begins to wait for exactly this long; to be asked before they may.</summary>
    public Task ScheduledAsync(TimeSpan dueTime)
    {
        var scheduled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_timers)
        {
            _awaited.Add((dueTime, scheduled));
        }

        return scheduled.Task;
    }

    private void Note(TimeSpan dueTime)
    {
        lock (_timers)
        {
            foreach (var (_, scheduled) in _awaited.FindAll(awaited => awaited.DueTime == dueTime))
            {
                scheduled.TrySetResult();
            }
        }
    }

    public void Advance(TimeSpan by)
    {
        _now += by;
        SteppedTimer[] due;
        lock (_timers)
        {
            due = [.. _timers.Where(timer => timer.Due <= _now)];
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    private sealed class SteppedTimer(SteppedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public void Fire()
        {
            Due = DateTimeOffset.MaxValue;
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + dueTime;
            clock.Note(dueTime);
            return true;
        }

        public void Dispose() => Due = DateTimeOffset.MaxValue;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
