namespace AuthProfiles.Browser.Tests.Infrastructure;

/// <summary>The time, moved ahead as far as a test says: the browser keeps its own. Timers run as they do.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Volatile.Read(ref _ahead));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
