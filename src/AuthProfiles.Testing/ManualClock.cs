namespace AuthProfiles.Testing;

/// <summary>A clock that stands still until it is advanced.</summary>
/// <remarks>
/// Thread-safe. Time zone is UTC. Timers fire while <see cref="Advance"/> runs, on its thread, in the order in which they are due;
/// a timer that is due at once fires on the thread pool, as the system's does.
/// </remarks>
public sealed class ManualClock : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = Start;
    private long _scheduled;

    /// <summary>Gets the instant at which every manual clock starts: 2030-01-01T00:00:00Z.</summary>
    public static DateTimeOffset Start { get; } = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets the time that this clock shows.</summary>
    /// <value>Starts at <see cref="Start"/>.</value>
#pragma warning disable CA1721 // A test reads the time as a property; the method is the base type's.
    public DateTimeOffset UtcNow
#pragma warning restore CA1721
    {
        get
        {
            lock (_gate)
            {
                return _now;
            }
        }
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Gets how many units of <see cref="GetTimestamp"/> make a second: 10,000,000.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => UtcNow;

    /// <inheritdoc/>
    public override long GetTimestamp() => (UtcNow - Start).Ticks;

    /// <summary>Moves the time forward and fires the timers that become due, each at its own instant.</summary>
    /// <param name="by">How far: zero or more. Zero fires what is due already.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        DateTimeOffset target;
        lock (_gate)
        {
            target = _now + by;
        }

        while (NextDue(target) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Schedule(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime < TimeSpan.Zero)
            {
                return;
            }

            timer.Due = _now + dueTime;
            timer.Period = period;
            timer.Order = ++_scheduled;
            _timers.Add(timer);
        }

        if (dueTime == TimeSpan.Zero)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static clock => clock.Advance(TimeSpan.Zero), this, preferLocal: false);
        }
    }

    internal bool Remove(ManualTimer timer)
    {
        lock (_gate)
        {
            return _timers.Remove(timer);
        }
    }

    private ManualTimer? NextDue(DateTimeOffset target)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= target).OrderBy(timer => timer.Due).ThenBy(timer => timer.Order).FirstOrDefault();
            var reached = next?.Due ?? target;
            _now = reached > _now ? reached : _now;
            if (next is not null)
            {
                _timers.Remove(next);
                if (next.Period > TimeSpan.Zero)
                {
                    next.Due += next.Period;
                    next.Order = ++_scheduled;
                    _timers.Add(next);
                }
            }

            return next;
        }
    }
}
