namespace AuthProfiles.Resilience;

/// <summary>How long to wait before the next attempt: random below a bound that doubles (full jitter), and no less than the service asked for.</summary>
internal sealed class RetryDelay(TimeSpan baseDelay, Func<double> random)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Returns a number from 0 up to 1. It spreads load and protects nothing.</summary>
#pragma warning disable CA5394 // Jitter is no secret.
    public static double NextRandom() => Random.Shared.NextDouble();
#pragma warning restore CA5394

    public TimeSpan Next(int attempt, TimeSpan? retryAfter)
    {
        var bound = Math.Min(baseDelay.Ticks * Math.Pow(2, attempt), Longest.Ticks);
        var delay = TimeSpan.FromTicks((long)(bound * random()));
        return retryAfter > delay ? retryAfter.Value : delay;
    }
}
