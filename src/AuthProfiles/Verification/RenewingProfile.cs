namespace AuthProfiles.Verification;

/// <summary>Exchanges the grant that is there for the next one, also while its token lives: where nothing else can be asked, that shows that it is good.</summary>
internal sealed class RenewingProfile(IAuthorizationProfile inner) : IAuthorizationProfile
{
    public ProfileDefinition Definition => inner.Definition;

    public ConsentFlow? Consent => inner.Consent;

    public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken) =>
        inner.AcquireAsync(request.Connection.Grant?.RefreshToken is null ? request : request.AsRenewal(), cancellationToken);
}
