namespace AuthProfiles.Acquisition;

/// <summary>When a credential is renewed and when it is no longer used.</summary>
internal static class Lifetime
{
    // Before the end by the clock of the server, which differs from ours, a token counts as spent.
    private static readonly TimeSpan LongestSkew = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    // What comes spent is used all the same, or each request would ask for another: either the service takes it and a clock is wrong, or it refuses.
    private static readonly TimeSpan ShortestUse = TimeSpan.FromSeconds(5);

    /// <summary>Returns the times on the monotonic clock for a credential that has just arrived.</summary>
    /// <param name="expiresAt">Its end by the wall clock.</param>
    /// <param name="clock">The time.</param>
    /// <param name="now">The time on the monotonic clock.</param>
    /// <param name="setBack">How far the wall clock was set back while the credential was on its way: the end may be by the clock as it was.</param>
    public static (long Soft, long Hard) From(DateTimeOffset? expiresAt, TimeProvider clock, long now, TimeSpan setBack = default)
    {
        if (expiresAt is not { } end)
        {
            return (HeldCredential.Never, HeldCredential.Never);
        }

        // What has just arrived has not ended yet: if by the clock as it was it had, its end is by the clock as it is.
        var life = end - clock.GetUtcNow();
        life -= life > setBack ? setBack : TimeSpan.Zero;
        if (life <= TimeSpan.Zero)
        {
            var brief = now + Ticks(ShortestUse, clock);
            return (brief, brief);
        }

        // A fixed margin would spend short-lived tokens at once: it is a fraction of the lifetime at the most.
        var hard = life - Shorter(LongestSkew, life / 10);
        var soft = life - Shorter(LongestMargin, life / 5);
        return (now + Ticks(soft, clock), now + Ticks(hard, clock));
    }

    public static long Ticks(TimeSpan span, TimeProvider clock)
    {
        var ticks = span.TotalSeconds * clock.TimestampFrequency;
        return ticks >= long.MaxValue / 2 ? long.MaxValue / 2 : (long)ticks;
    }

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
