namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>The system's clock, moved on.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long _ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ticks));

    public override long GetTimestamp() => base.GetTimestamp() + (long)(TimeSpan.FromTicks(Volatile.Read(ref _ticks)).TotalSeconds * TimestampFrequency);

    public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
