namespace AuthProfiles.Tests.OAuth;

/// <summary>A clock for code under time limits: waits shorter than a limit are over at once, and a limit runs out when somebody hangs.</summary>
/// <remarks>All of it happens on the caller's thread, so nothing depends on who is faster.</remarks>
internal sealed class TokenTime : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan ShortestLimit = TimeSpan.FromSeconds(10);

    private readonly List<Timer> _limits = [];
    private DateTimeOffset _now = Start;

    public TimeSpan Elapsed => _now - Start;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets the time pass until the next limit runs out.</summary>
    public void Hang() => PassUntil(_limits.Min(static limit => limit.Due));

    private void PassUntil(DateTimeOffset instant)
    {
        while (_limits.Where(limit => limit.Due <= instant).MinBy(static limit => limit.Due) is { } limit)
        {
            _limits.Remove(limit);
            _now = limit.Due;
            limit.Fire();
        }

        _now = instant > _now ? instant : _now;
    }

    private sealed class Timer(TokenTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time._limits.Remove(this);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return true;
            }

            Due = time._now + dueTime;
            if (dueTime >= ShortestLimit)
            {
                time._limits.Add(this);
            }
            else
            {
                time.PassUntil(Due);
                Fire();
            }

            return true;
        }

        public void Dispose() => time._limits.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
