namespace AuthProfiles.Testing.DependencyInjection;

/// <summary>A profile that is the real one in all but its credential.</summary>
internal sealed class FakeBearerProfile(ProfileDefinition definition, string token) : IAuthorizationProfile
{
    public ProfileDefinition Definition => definition;

    public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken) =>
        new(new Acquired(request.Compose([CredentialField.Header("Authorization", "Bearer " + token)])));
}
