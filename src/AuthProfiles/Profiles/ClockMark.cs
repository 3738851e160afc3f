using System.Runtime.InteropServices;

namespace AuthProfiles.Profiles;

/// <summary>A moment by the wall clock and by the monotonic one, so that a later look tells how far somebody has set the wall clock back since.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClockMark(DateTimeOffset Wall, long Timestamp)
{
    public static ClockMark Of(TimeProvider clock) => new(clock.GetUtcNow(), clock.GetTimestamp());

    /// <summary>Returns how far the wall clock was set back, or zero.</summary>
    public TimeSpan SetBack(TimeProvider clock)
    {
        var lost = clock.GetElapsedTime(Timestamp) - (clock.GetUtcNow() - Wall);
        return lost > TimeSpan.Zero ? lost : TimeSpan.Zero;
    }
}
