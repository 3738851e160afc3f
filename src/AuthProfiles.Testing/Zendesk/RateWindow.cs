namespace AuthProfiles.Testing.Zendesk;

/// <summary>A limit on requests and how much of this minute's is left. The service answers one request at a time.</summary>
/// <param name="total">The requests that a minute may have; the minute begins with its first.</param>
internal sealed class RateWindow(int total)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private DateTimeOffset _end;

    public int Total { get; } = total;

    public int Remaining { get; private set; } = total;

    /// <summary>Counts a request, and says whether it may still be answered.</summary>
    public bool TryCount(DateTimeOffset now)
    {
        if (now >= _end)
        {
            (_end, Remaining) = (now + Minute, Total);
        }

        if (Remaining == 0)
        {
            return false;
        }

        Remaining--;
        return true;
    }

    /// <summary>Returns how many seconds are left of the minute, rounded up.</summary>
    public int ResetsIn(DateTimeOffset now) => (int)Math.Ceiling(Math.Max(0, (_end - now).TotalSeconds));
}
