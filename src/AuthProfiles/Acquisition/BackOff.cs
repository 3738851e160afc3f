namespace AuthProfiles.Acquisition;

/// <summary>How long a key that fails is left alone.</summary>
internal static class BackOff
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Returns the pause after a failure: doubled with each, between half and the whole of it at random, never below what the server asked for (up to an hour).</summary>
    /// <param name="attempts">How many in a row have failed, 1 or more.</param>
    /// <param name="retryAfter">What the server asked for.</param>
    /// <param name="random">A number from 0 to 1.</param>
    public static TimeSpan Pause(int attempts, TimeSpan? retryAfter, double random)
    {
        var whole = TimeSpan.FromTicks(Math.Min(Longest.Ticks, Shortest.Ticks << Math.Min(attempts - 1, 10)));
        var pause = whole * (0.5 + (random / 2));
        var asked = TimeSpan.FromTicks(Math.Min((retryAfter ?? TimeSpan.Zero).Ticks, TimeSpan.TicksPerHour));
        return asked > pause ? asked : pause;
    }
}
