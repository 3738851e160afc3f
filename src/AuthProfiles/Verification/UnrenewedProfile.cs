namespace AuthProfiles.Verification;

/// <summary>Acquires a credential once: where a service refuses a fresh credential, another one says nothing more. A second key does.</summary>
internal sealed class UnrenewedProfile(IAuthorizationProfile inner) : IAuthorizationProfile
{
    public ProfileDefinition Definition => inner.Definition;

    public ConsentFlow? Consent => inner.Consent;

    public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken) => request.IsRenewal && !Definition.Traits.AnswersAtOnce
        ? throw request.Failure(AuthorizationErrorKind.Cancelled, "a test acquires one credential")
        : inner.AcquireAsync(request, cancellationToken);
}
