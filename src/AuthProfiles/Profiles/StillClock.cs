namespace AuthProfiles.Profiles;

/// <summary>A clock whose time of day stands still: what was found good a moment ago is found good again.</summary>
internal sealed class StillClock(TimeProvider clock, DateTimeOffset now) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
}
