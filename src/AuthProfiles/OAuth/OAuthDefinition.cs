namespace AuthProfiles.OAuth;

/// <summary>Makes the definitions of OAuth profiles.</summary>
internal static class OAuthDefinition
{
    public static ProfileDefinition Create(string name, OAuthOptions options, OAuthTraits traits, params ReadOnlySpan<(string Key, SecretValue? Value)> inputs) => new(
        name,
        options,
        traits.Of(options),
        [
            (OAuthFields.ClientId, options.ClientId),
            (OAuthFields.ClientSecret, options.ClientSecret),
            (OAuthFields.SecondaryClientSecret, options.SecondaryClientSecret),
            (OAuthFields.ClientKey, options.ClientKey),
            (OAuthFields.SecondaryClientKey, options.SecondaryClientKey),
            .. inputs,
        ]);
}
