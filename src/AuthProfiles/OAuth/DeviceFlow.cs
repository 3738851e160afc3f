namespace AuthProfiles.OAuth;

/// <summary>Consent on another device (RFC 8628).</summary>
internal abstract class DeviceFlow : ConsentFlow
{
    /// <summary>Asks the provider for a code that the owner types.</summary>
    public abstract Task<DeviceAuthorization> StartAsync(CredentialRequest request, CancellationToken cancellationToken);

    /// <summary>Waits until the owner has consented or refused, or the code has expired. It begins no new one.</summary>
    public abstract Task<ConsentedGrant> CompleteAsync(CredentialRequest request, DeviceAuthorization device, CancellationToken cancellationToken);
}
