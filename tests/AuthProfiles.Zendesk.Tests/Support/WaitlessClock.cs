using AuthProfiles.Testing;

namespace AuthProfiles.Zendesk.Tests.Support;

/// <summary>The clock of local services, on which nobody waits: a pause moves the time by itself and is over. Limits stay limits.</summary>
internal sealed class WaitlessClock(ManualClock clock) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);

        // The timer of a limit belongs to the source of a token; what is left are pauses.
        if (state is not CancellationTokenSource && dueTime > TimeSpan.Zero)
        {
            ThreadPool.QueueUserWorkItem(static move => move.Clock.Advance(move.By), (Clock: clock, By: dueTime), preferLocal: false);
        }

        return timer;
    }
}
