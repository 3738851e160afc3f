namespace AuthProfiles.Testing.DependencyInjection;

/// <summary>Stands in for the credential of one profile.</summary>
internal sealed class FakeCredential(string mine, string value) : ISettingSupplier, IProfileDecorator
{
    public string? Supply(string profile, string setting) => IsMine(profile) ? value : null;

    public IAuthorizationProfile Decorate(IAuthorizationProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return IsMine(profile.Definition.Name) && !profile.Definition.Traits.AnswersAtOnce ? new FakeBearerProfile(profile.Definition, value) : profile;
    }

    private bool IsMine(string name) => string.Equals(name, mine, StringComparison.Ordinal);
}
