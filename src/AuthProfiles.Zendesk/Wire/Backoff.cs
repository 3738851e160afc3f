namespace AuthProfiles.Zendesk.Wire;

/// <summary>How long to wait before asking again for what could not be given for the moment.</summary>
internal static class Backoff
{
    private const int LongestShift = 5;

    /// <summary>Returns the time that was asked for, and never less than a second; without one, a second that doubles up to 32.</summary>
    public static TimeSpan Of(Exception failure, int attempt)
    {
        var least = TimeSpan.FromSeconds(1);
        var asked = failure switch
        {
            ZendeskException error => error.RetryAfter,
            AuthorizationException error => error.RetryAfter,
            _ => null,
        };
        return asked is { } wait ? (wait > least ? wait : least) : least * (1 << Math.Min(attempt, LongestShift));
    }
}
