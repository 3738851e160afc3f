using System.Collections.Immutable;

namespace AuthProfiles;

/// <summary>What an OAuth provider gave for a connection. Renewal replaces it as a whole.</summary>
/// <remarks>Immutable. It prints no secret.</remarks>
public sealed record Grant
{
    /// <summary>Gets the access token.</summary>
    public required SecretValue AccessToken { get; init; }

    /// <summary>Gets the refresh token, or null where the provider gave none.</summary>
    public SecretValue? RefreshToken { get; init; }

    /// <summary>Gets when the provider answered.</summary>
    public required DateTimeOffset ObtainedAt { get; init; }

    /// <summary>Gets when the access token expires, or null where the provider did not say.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the scopes granted, separated by spaces, or null where it left them out because they are those asked for (RFC 6749, section 5.1).</summary>
    public string? Scope { get; init; }

    /// <summary>Gets when the refresh token expires, or null where the provider did not say.</summary>
    public DateTimeOffset? RefreshExpiresAt { get; init; }

    /// <summary>Gets who gave it: the issuer, or the origin of the token endpoint. The refresh token goes to nobody else.</summary>
    public string? Issuer { get; init; }

    /// <summary>Gets the client that it was given to, or null where there is none. No other client redeems the refresh token.</summary>
    public string? ClientId { get; init; }

    /// <summary>Gets further values of the answer that the profile's templates name, by name, such as a base address. They are shown as they are, so none of them is a secret.</summary>
    public ImmutableDictionary<string, string> Outputs { get; init; } = ImmutableDictionary<string, string>.Empty;
}
