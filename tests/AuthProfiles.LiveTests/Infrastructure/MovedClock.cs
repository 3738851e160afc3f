namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>The time, moved ahead as far as a test says: what a server signs with its own time stays good until then. Timers run as they do.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Volatile.Read(ref _ahead));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
