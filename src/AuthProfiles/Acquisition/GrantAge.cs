namespace AuthProfiles.Acquisition;

/// <summary>How far the times of a stored grant are to be believed.</summary>
internal static class GrantAge
{
    // Machines that share a store differ by seconds.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>Returns the grant; where it was obtained in the future, by a clock that was wrong then or is wrong now, with an end that comes soon.</summary>
    public static Grant Believe(Grant grant, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (grant.ExpiresAt is not { } end || grant.ObtainedAt - now <= Tolerance)
        {
            return grant;
        }

        var soon = now + Tolerance;
        return grant with { ObtainedAt = now, ExpiresAt = end < soon ? end : soon };
    }
}
