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
}
