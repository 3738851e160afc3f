using AuthProfiles.Credentials;

namespace AuthProfiles.OAuth;

/// <summary>Finds what is wrong with the options of a client credentials profile.</summary>
internal static class ClientCredentialsValidator
{
    /// <summary>The most characters that a client id or secret has, as .NET counts them (UTF-16).</summary>
    public const int MaxLength = 255;

    public static void Check(ClientCredentialsOptions options, ProfileDefinition definition)
    {
        CheckClient(nameof(options.ClientId), options.ClientId, definition);
        CheckClient(nameof(options.ClientSecret), options.ClientSecret, definition);
        foreach (var (name, value) in options.Scope)
        {
            if (TokenParameters.Cure(name, value) is { } cure)
            {
                definition.Refuse(nameof(options.Scope), cure);
            }
        }

        if (!Enum.IsDefined(options.ClientAuthentication))
        {
            definition.Refuse(nameof(options.ClientAuthentication), "Basic or Post");
        }

        if (!Enum.IsDefined(options.BodyFormat))
        {
            definition.Refuse(nameof(options.BodyFormat), "Form or Json");
        }

        if (options.AssumedLifetime is { } assumed && (assumed < TimeSpan.FromSeconds(1) || assumed > TokenLifetime.Longest))
        {
            definition.Refuse(nameof(options.AssumedLifetime), "a time from one second to 3,650 days");
        }

        if (options.AcceptedTokenTypes.Any(static type => FieldRules.HeaderNameFault(type) is not null))
        {
            definition.Refuse(nameof(options.AcceptedTokenTypes), "names of token types without spaces");
        }
    }

    /// <summary>Returns what is wrong with a client id or secret, without repeating it, or null.</summary>
    public static string? ValueFault(SecretValue value) => value.Reveal().Length switch
    {
        0 => "it is empty",
        > MaxLength => "it is longer than 255 characters",
        _ => FieldRules.TextFault("value", value),
    };

    private static void CheckClient(string setting, SecretValue? value, ProfileDefinition definition)
    {
        if (value is not null && ValueFault(value) is { } fault)
        {
            definition.Refuse(setting, $"a text of 1 to 255 characters: {fault}");
        }
    }
}
