namespace AuthProfiles.Testing.DependencyInjection;

/// <summary>Stands in for the credential of one profile.</summary>
internal sealed class FakeCredential(string mine, string value) : ISettingSupplier, IProfileDecorator
{
    // A profile is decorated when it is made, which is before anything of it is missing.
    private volatile ProfileDefinition? _definition;

    public string? Supply(string profile, string setting) => IsMine(profile) && _definition is { } definition && IsOfCredential(definition, setting) ? value : null;

    public IAuthorizationProfile Decorate(IAuthorizationProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (!IsMine(profile.Definition.Name))
        {
            return profile;
        }

        _definition = profile.Definition;
        return !profile.Definition.Traits.AnswersAtOnce ? new FakeBearerProfile(profile.Definition, value) : profile;
    }

    // An address made of a credential's value would lead nowhere: the test gives it, or is told that it is missing.
    private static bool IsOfCredential(ProfileDefinition definition, string key)
    {
        var isOfKind = definition.Traits.Fields.Any(field => Names(field, key));
        var isOfAddress = definition.BaseUrl?.Contains($"{{{{{key}}}}}", StringComparison.Ordinal) ?? false;
        return definition.AdditionalFields.Any(field => field.Secret && Names(field, key)) || (isOfKind && !isOfAddress);
    }

    private static bool Names(AdditionalField field, string key) => string.Equals(field.Key, key, StringComparison.Ordinal);

    private bool IsMine(string name) => string.Equals(name, mine, StringComparison.Ordinal);
}
