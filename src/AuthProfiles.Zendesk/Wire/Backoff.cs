namespace AuthProfiles.Zendesk.Wire;

/// <summary>How long to wait before asking again for what could not be given for the moment.</summary>
internal static class Backoff
{
    private const int LongestShift = 5;

    /// <summary>Returns the time that Zendesk asked for, and never less than a second; without one, a second that doubles up to 32.</summary>
    public static TimeSpan Of(ZendeskException exception, int attempt)
    {
        var least = TimeSpan.FromSeconds(1);
        return exception.RetryAfter is { } asked ? (asked > least ? asked : least) : least * (1 << Math.Min(attempt, LongestShift));
    }
}
