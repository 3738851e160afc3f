namespace AuthProfiles.Testing;

/// <summary>A clock that says when somebody waits for it, so that it is advanced neither too early nor by trial.</summary>
internal sealed class WatchedClock(ManualClock clock, TimeSpan wait) : TimeProvider
{
    private readonly TaskCompletionSource _waited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when a timer of that length has been set.</summary>
    public Task Waited => _waited.Task;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime == wait)
        {
            _waited.TrySetResult();
        }

        return timer;
    }
}
