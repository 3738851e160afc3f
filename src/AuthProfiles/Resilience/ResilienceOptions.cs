namespace AuthProfiles;

/// <summary>Says how often and how patiently a failed call is sent again. The time for all attempts together is <see cref="HttpClient.Timeout"/>.</summary>
/// <remarks>
/// Sent again are idempotent methods after 408, 500, 502, 503, 504, a broken connection or an attempt that took too long, and every method where no
/// connection was made or the service asked to come back later (429 or 503 with a delay). A request whose content can't be sent twice never is.
/// </remarks>
public sealed class ResilienceOptions
{
    internal const int MostRetries = 10;
    internal static readonly TimeSpan ShortestAttempt = TimeSpan.FromMilliseconds(100);
    internal static readonly TimeSpan LongestAttempt = TimeSpan.FromHours(1);
    internal static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(10);
    internal static readonly TimeSpan LongestBaseDelay = TimeSpan.FromSeconds(30);

    private int _maxRetries = 3;
    private TimeSpan _attemptTimeout = TimeSpan.FromSeconds(30);
    private TimeSpan _maxRetryAfter = TimeSpan.FromSeconds(60);
    private TimeSpan _baseDelay = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets how often a request is sent again at most.</summary>
    /// <value>The default is 3. From 0, which sends once, to 10.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside of the range.</exception>
    public int MaxRetries
    {
        get => _maxRetries;
        set => _maxRetries = Within(value, 0, MostRetries, nameof(MaxRetries));
    }

    /// <summary>Gets or sets how long one attempt may take until the headers of its answer are there.</summary>
    /// <value>The default is 30 seconds. From 0.1 seconds to 1 hour.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside of the range.</exception>
    public TimeSpan AttemptTimeout
    {
        get => _attemptTimeout;
        set => _attemptTimeout = Within(value, ShortestAttempt, LongestAttempt, nameof(AttemptTimeout));
    }

    /// <summary>Gets or sets the longest delay that a service may ask for; an answer that asks for more goes back to the caller at once.</summary>
    /// <value>The default is 60 seconds. From zero to 10 minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside of the range.</exception>
    public TimeSpan MaxRetryAfter
    {
        get => _maxRetryAfter;
        set => _maxRetryAfter = Within(value, TimeSpan.Zero, LongestRetryAfter, nameof(MaxRetryAfter));
    }

    /// <summary>Gets or sets the longest wait before the first retry; it doubles with each further one, and the wait is random below it (full jitter).</summary>
    /// <value>The default is 1 second. From zero to 30 seconds, which no wait exceeds unless the service asks for more.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside of the range.</exception>
    public TimeSpan BaseDelay
    {
        get => _baseDelay;
        set => _baseDelay = Within(value, TimeSpan.Zero, LongestBaseDelay, nameof(BaseDelay));
    }

    private static T Within<T>(T value, T minimum, T maximum, string property)
        where T : IComparable<T> =>
        value.CompareTo(minimum) >= 0 && value.CompareTo(maximum) <= 0
            ? value
            : throw new ArgumentOutOfRangeException(property, value, FormattableString.Invariant($"{property} is outside of {minimum} to {maximum}."));
}
