using System.Collections.Immutable;

namespace AuthProfiles.OAuth;

/// <summary>The inputs that clients of OAuth need, by how they say who they are.</summary>
internal static class OAuthFields
{
    public const string ClientId = "clientId";
    public const string ClientSecret = "clientSecret";
    public const string SecondaryClientSecret = "secondaryClientSecret";
    public const string ClientKey = "clientKey";
    public const string SecondaryClientKey = "secondaryClientKey";

    /// <summary>What templates of authorization fields call the token.</summary>
    public const string AccessToken = "accessToken";

    private const int LongestKey = 16 * 1024;

    private static readonly AdditionalField Id =
        new(ClientId, "Client ID", "The id that the service gave the application.") { Secret = false, MaxLength = OAuthValidator.MaxLength, OfApplication = true };

    private static readonly ImmutableArray<AdditionalField> WithSecret =
    [
        Id,
        new(ClientSecret, "Client secret", "The secret that the service gave the application; it is often shown only once.") { MaxLength = OAuthValidator.MaxLength, OfApplication = true },
        new(SecondaryClientSecret, "Second client secret", "A secret to try where the first one is refused.") { MaxLength = OAuthValidator.MaxLength, OfApplication = true, Optional = true },
    ];

    private static readonly ImmutableArray<AdditionalField> WithKey =
    [
        Id,
        new(ClientKey, "Private key", "The key that signs for the application: PEM, or a JSON Web Key.") { MaxLength = LongestKey, OfApplication = true },
        new(SecondaryClientKey, "Second private key", "A key to try where the first one is refused.") { MaxLength = LongestKey, OfApplication = true, Optional = true },
    ];

    private static readonly ImmutableArray<AdditionalField> IdAlone = [Id];

    /// <summary>Returns the fields that a client needs.</summary>
    public static ImmutableArray<AdditionalField> Of(OAuthOptions options) => (options.ClientAuthentication ?? options.Provider?.ClientAuthentication ?? default) switch
    {
        ClientAuthentication.Basic or ClientAuthentication.Post => WithSecret,
        _ => IdAlone,
    };

    /// <summary>Reads who asks.</summary>
    /// <exception cref="AuthorizationException">A value is missing or not fit.</exception>
    public static ClientIdentity ReadClient(CredentialRequest request) => new(Read(request, ClientId).Reveal(), Read(request, ClientSecret));

    private static SecretValue Read(CredentialRequest request, string field)
    {
        var value = request.Require(field);
        return request.Place(field, () => OAuthValidator.ValueFault(value) is { } fault ? throw new ArgumentException(fault, nameof(field)) : value);
    }
}
