using System.Collections.Immutable;
using AuthProfiles.Profiles;

namespace AuthProfiles.OAuth;

/// <summary>The inputs that clients of OAuth need, by how they say who they are.</summary>
internal static class OAuthFields
{
    public const string ClientId = ClientFields.ClientId;
    public const string ClientSecret = ClientFields.ClientSecret;
    public const string SecondaryClientSecret = ClientFields.SecondaryClientSecret;
    public const string ClientKey = ClientFields.ClientKey;
    public const string SecondaryClientKey = ClientFields.SecondaryClientKey;

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

    private static readonly ImmutableArray<AdditionalField> WithKey = [Id, .. Keys];

    private static readonly ImmutableArray<AdditionalField> WithSecretAndKey = [.. WithSecret, .. Keys];

    private static ImmutableArray<AdditionalField> Keys =>
    [
        new(ClientKey, "Private key", "The key that signs for the application: PEM, or a JSON Web Key.") { MaxLength = LongestKey, OfApplication = true },
        new(SecondaryClientKey, "Second private key", "A key to try where the first one is refused.") { MaxLength = LongestKey, OfApplication = true, Optional = true },
    ];

    private static readonly ImmutableArray<AdditionalField> IdAlone = [Id];

    /// <summary>Returns how the client says who it is. A choice that is none is refused elsewhere.</summary>
    public static ClientAuthentication AuthenticationOf(OAuthOptions options) =>
        options.ClientAuthentication is { } way && Enum.IsDefined(way) ? way : options.DefaultAuthentication;

    /// <summary>Returns the fields that a client needs.</summary>
    public static ImmutableArray<AdditionalField> Of(OAuthOptions options) => AuthenticationOf(options) switch
    {
        ClientAuthentication.Basic or ClientAuthentication.Post or ClientAuthentication.SecretJwt => options.SignsGrant ? WithSecretAndKey : WithSecret,
        ClientAuthentication.PrivateKeyJwt => WithKey,
        _ => options.SignsGrant ? WithKey : IdAlone,
    };
}
