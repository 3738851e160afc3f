using AuthProfiles.Resilience;

namespace AuthProfiles;

/// <summary>Lets a caller vouch for content that nothing else can know.</summary>
public static class AuthProfilesResendExtensions
{
    /// <summary>Gives the caller's word that the request's content writes the same bytes each time it is sent.</summary>
    /// <remarks>
    /// Not needed for a request without content, for content in memory, JSON, forms, multipart of these, and streams that can seek.
    /// It says only that the request <em>can</em> be sent again; whether it <em>is</em> depends on its method and on the failure.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <returns>The same request.</returns>
    public static HttpRequestMessage AllowResend(this HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Resendable.Allow(request);
        return request;
    }

    /// <summary>Says that carrying the request out twice is not the same as once, whatever its method: a PUT that adds a comment.</summary>
    /// <remarks>Then it is repeated only where it was certainly not carried out. The opposite is said by the header <c>Idempotency-Key</c>.</remarks>
    /// <param name="request">The request.</param>
    /// <returns>The same request.</returns>
    public static HttpRequestMessage NotIdempotent(this HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Idempotency.Deny(request);
        return request;
    }

    /// <summary>Gives the attempts of one request another time than <see cref="ResilienceOptions.AttemptTimeout"/>: more for an upload, less for what nobody waits for.</summary>
    /// <remarks>The time for all attempts together stays <see cref="HttpClient.Timeout"/>. A client without resilience knows no attempts, and this changes nothing there.</remarks>
    /// <param name="request">The request.</param>
    /// <param name="limit">How long one attempt may take until the headers of its answer are there. From 0.1 seconds to 1 hour.</param>
    /// <returns>The same request.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is outside of the range.</exception>
    public static HttpRequestMessage WithAttemptTimeout(this HttpRequestMessage request, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(request);
        AttemptTime.Set(request, new ResilienceOptions { AttemptTimeout = limit }.AttemptTimeout);
        return request;
    }
}
