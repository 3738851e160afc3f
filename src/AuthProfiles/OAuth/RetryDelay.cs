using System.Net.Http.Headers;

namespace AuthProfiles.OAuth;

/// <summary>Reads Retry-After (RFC 9110, section 10.2.3), as seconds or as a date.</summary>
internal static class RetryDelay
{
    /// <summary>The longest delay that is believed: a slip of a server must not lock a connection out for days.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Returns the delay from now on, from zero to an hour, or null where the header is absent or can't be read.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider time)
    {
        var delay = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return delay is { } known ? TimeSpan.FromTicks(Math.Clamp(known.Ticks, 0, Longest.Ticks)) : null;
    }
}
