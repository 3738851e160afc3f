using AuthProfiles.Credentials;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.OAuth;

/// <summary>Finds what is wrong with the options that all OAuth kinds have.</summary>
internal static class OAuthValidator
{
    /// <summary>The most characters that a client id or secret has, as .NET counts them (UTF-16).</summary>
    public const int MaxLength = 255;

    public static void Check(OAuthOptions options, ProfileDefinition definition)
    {
        CheckClient(nameof(options.ClientId), options.ClientId, definition);
        CheckClient(nameof(options.ClientSecret), options.ClientSecret, definition);
        CheckClient(nameof(options.SecondaryClientSecret), options.SecondaryClientSecret, definition);
        CheckKey(nameof(options.ClientKey), options.ClientKey, options, definition);
        CheckKey(nameof(options.SecondaryClientKey), options.SecondaryClientKey, options, definition);
        CheckParameters(nameof(options.Scope), options.Scope, definition);
        CheckParameters(nameof(options.TokenParameters), options.TokenParameters, definition);
        CheckParameters(nameof(options.RefreshParameters), options.RefreshParameters, definition);
        CheckRefreshScope(options, definition);
        if (options.AsksTokenEndpointForScope && options.TokenParameters.Keys.FirstOrDefault(options.Scope.ContainsKey) is { } twice)
        {
            definition.Refuse(nameof(options.TokenParameters), $"parameters that Scope does not have already, so not '{Printable.Escape(twice)}'");
        }

        CheckChoice(nameof(options.ClientAuthentication), options.ClientAuthentication, definition);
        CheckChoice(nameof(options.BodyFormat), options.BodyFormat, definition);
        CheckProvider(options, definition);
        if (options.Resources.Any(static resource => !IsResource(resource)))
        {
            definition.Refuse(nameof(options.Resources), "absolute addresses without a fragment, such as https://api.example.com/ (RFC 8707, section 2)");
        }

        CheckLifetime(nameof(options.AssumedLifetime), options.AssumedLifetime, definition);

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

    private static void CheckProvider(OAuthOptions options, ProfileDefinition definition)
    {
        var provider = options.Provider ?? OAuthProvider.Standard;
        if (TokenParameters.FormatCure(options.BodyFormat ?? provider.BodyFormat, OAuthFields.AuthenticationOf(options)) is { } format)
        {
            definition.Refuse(nameof(options.BodyFormat), format);
        }

        CheckLifetime($"{nameof(options.Provider)}:{nameof(provider.AssumedLifetime)}", provider.AssumedLifetime, definition);
        CheckParameters($"{nameof(options.Provider)}:{nameof(provider.TokenParameters)}", provider.TokenParameters, definition);
        CheckParameters($"{nameof(options.Provider)}:{nameof(provider.RefreshParameters)}", provider.RefreshParameters, definition);
        CheckParameters($"{nameof(options.Provider)}:{nameof(provider.AuthorizationParameters)}", provider.AuthorizationParameters, definition);
        if (provider.ScopeSeparator is not { Length: > 0 })
        {
            definition.Refuse($"{nameof(options.Provider)}:{nameof(provider.ScopeSeparator)}", "one character or more");
        }

        if (provider.AccountLabel is { } label && JsonPointer.Fault(label) is { } unfit)
        {
            definition.Refuse($"{nameof(options.Provider)}:{nameof(provider.AccountLabel)}", $"another place, such as /user/email: {unfit}");
        }

        TokenAnswerFormatValidator.Check(provider.Answer, (name, allowed) => definition.Refuse($"{nameof(options.Provider)}:{nameof(provider.Answer)}:{name}", allowed));
        if (TokenParameters.NamesCure(provider.ParameterNames, [.. options.Scope.Keys, .. options.TokenParameters.Keys, .. options.RefreshParameters.Keys, .. provider.TokenParameters.Keys, .. provider.RefreshParameters.Keys]) is { } cure)
        {
            definition.Refuse($"{nameof(options.Provider)}:{nameof(provider.ParameterNames)}", cure);
        }

        if (provider.AuthorizationParameterNames.ContainsKey("state") || TokenParameters.NamesCure(provider.AuthorizationParameterNames, [.. options.Scope.Keys, .. provider.AuthorizationParameters.Keys]) is not null)
        {
            definition.Refuse($"{nameof(options.Provider)}:{nameof(provider.AuthorizationParameterNames)}", "names of which each is written once, and none for 'state', which callbacks bring back by that name");
        }

        foreach (var (name, value) in provider.Headers)
        {
            if (TokenParameters.HeaderCure(name, value) is { } fault)
            {
                definition.Refuse($"{nameof(options.Provider)}:{nameof(provider.Headers)}", fault);
            }
        }
    }

    private static void CheckClient(string setting, SecretValue? value, ProfileDefinition definition)
    {
        if (value is not null && ValueFault(value) is { } fault)
        {
            definition.Refuse(setting, $"a text of 1 to 255 characters: {fault}");
        }
    }

    private static void CheckKey(string setting, SecretValue? value, OAuthOptions options, ProfileDefinition definition)
    {
        if (value is not null && !new SigningKeyReader(options.ClientKeyId, options.ClientKeyAlgorithm).TryRead(value, out _, out var fault))
        {
            definition.Refuse(setting, $"a private key as PEM or as a JSON Web Key: {fault}");
        }
    }

    private static void CheckLifetime(string setting, TimeSpan? lifetime, ProfileDefinition definition)
    {
        if (lifetime is { } assumed && (assumed < TimeSpan.FromSeconds(1) || assumed > TokenLifetime.Longest))
        {
            definition.Refuse(setting, "a time from one second to 3,650 days");
        }
    }

    private static void CheckParameters(string setting, IEnumerable<KeyValuePair<string, string>> parameters, ProfileDefinition definition)
    {
        foreach (var (name, value) in parameters)
        {
            if (TokenParameters.Cure(name, value) is { } cure)
            {
                definition.Refuse(setting, cure);
            }
        }
    }

    // RFC 6749, section 6: a renewal must not ask for more than was granted.
    private static void CheckRefreshScope(OAuthOptions options, ProfileDefinition definition)
    {
        if (options.RefreshParameters.TryGetValue("scope", out var renewed)
            && (!options.Scope.TryGetValue("scope", out var asked) || Words(renewed).Except(Words(asked), StringComparer.Ordinal).Any()))
        {
            definition.Refuse(nameof(options.RefreshParameters), "a scope whose words are all in Scope (RFC 6749, section 6)");
        }

        static string[] Words(string scope) => scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void CheckChoice<TEnum>(string setting, TEnum? choice, ProfileDefinition definition)
        where TEnum : struct, Enum
    {
        if (choice is { } value && !Enum.IsDefined(value))
        {
            definition.Refuse(setting, string.Join(" or ", Enum.GetNames<TEnum>()));
        }
    }

    // The platform takes a path for the address of a file.
    private static bool IsResource(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && text.StartsWith(address.Scheme + ":", StringComparison.OrdinalIgnoreCase) && !text.Contains('#', StringComparison.Ordinal);
}
