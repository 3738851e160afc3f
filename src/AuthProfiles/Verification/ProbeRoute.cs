using AuthProfiles.Injection;

namespace AuthProfiles.Verification;

/// <summary>Which way a probe goes. Whoever has it keeps the handlers from being recycled.</summary>
/// <param name="Chain">The handlers of a bound client, or a primary handler alone. They stay their owner's.</param>
/// <param name="Client">The bound client, for its address and default headers, or null.</param>
/// <param name="Binding">What the client is bound to, or null.</param>
internal sealed record ProbeRoute(HttpMessageHandler Chain, HttpClient? Client = null, ClientBinding? Binding = null)
{
    /// <summary>Finds the handler below the credential's.</summary>
    public HttpMessageHandler FindPrimary()
    {
        var handler = Chain;
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            if (handler is CredentialHandler)
            {
                return inner;
            }

            handler = inner;
        }

        return Chain;
    }
}
