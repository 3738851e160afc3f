namespace AuthProfiles.Testing;

/// <summary>A clock that says when somebody waits for it, so that it is advanced neither too early nor by trial.</summary>
internal sealed class WatchedClock(ManualClock clock, TimeSpan wait) : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _waits = new(0);

    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <summary>Waits until a timer of that length has been set once more.</summary>
    public async Task WaitedAsync() => Assert.That(await _waits.WaitAsync(Patience), Is.True, $"Nobody has waited for {wait}.");

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime == wait)
        {
            _waits.Release();
        }

        return timer;
    }
}
