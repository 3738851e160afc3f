namespace AuthProfiles.Soak.Load;

/// <summary>The system's time, whose wall clock somebody keeps setting. Timers and the monotonic clock go on as ever.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private long _offset;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _offset));

    /// <summary>Sets the wall clock an hour on; the next time back again, then an hour back, and so on.</summary>
    public void Jump(int number) => Volatile.Write(ref _offset, (number % 4) switch { 0 => TimeSpan.TicksPerHour, 2 => -TimeSpan.TicksPerHour, _ => 0 });
}
