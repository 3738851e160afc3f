namespace AuthProfiles.OAuth;

/// <summary>Consent in a browser (RFC 6749, section 4.1), as two halves without a screen.</summary>
internal abstract class CodeFlow : ConsentFlow
{
    /// <summary>Gets the callback address as the provider knows it, or null where the host says.</summary>
    public abstract Uri? CallbackLink { get; }

    /// <summary>Gets a text that tells the authorization server from others: the template of its issuer or of its token endpoint.</summary>
    public abstract string Server { get; }

    /// <summary>Gets a value indicating whether every callback is known to name its issuer (RFC 9207).</summary>
    public abstract bool NamesIssuer { get; }

    /// <summary>Makes the address that the owner is sent to, and what must be kept until they come back.</summary>
    /// <param name="request">Whose connection.</param>
    /// <param name="redirectUri">Where the provider sends them back to: exactly the address that is registered there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask<CodeRequest> StartAsync(CredentialRequest request, Uri redirectUri, CancellationToken cancellationToken);

    /// <summary>Checks what the provider sent back and redeems the code, once.</summary>
    /// <param name="request">Whose connection.</param>
    /// <param name="kept">What was kept.</param>
    /// <param name="callback">The callback's parameters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask<ConsentedGrant> CompleteAsync(CredentialRequest request, PendingAuthorization kept, CallbackParameters callback, CancellationToken cancellationToken);
}
