using System.Collections.Immutable;

namespace AuthProfiles.OAuth;

/// <summary>What a token endpoint gave (RFC 6749, section 5.1), after every rule for it was kept.</summary>
/// <param name="AccessToken">The access token; a header can carry it.</param>
/// <param name="TokenType"><c>Bearer</c>, or the type as the profile lists it.</param>
/// <param name="TypeWasMissing">Whether the answer named no type where it should, which is worth a warning: RFC 6749 requires one.</param>
/// <param name="Lifetime">How long the access token lives from when it was sent, or null where the answer says nothing that makes sense.</param>
/// <param name="RefreshToken">The new refresh token, or null: then the old one stays.</param>
/// <param name="Scope">The scope granted, its words separated by a space, or null: then it is the one asked for (RFC 6749, section 3.3).</param>
internal sealed record TokenAnswer(
    SecretValue AccessToken,
    string TokenType,
    bool TypeWasMissing,
    TimeSpan? Lifetime,
    SecretValue? RefreshToken,
    string? Scope)
{
    /// <summary>Gets how long the refresh token lives, or null where the answer does not say.</summary>
    public TimeSpan? RefreshLifetime { get; init; }

    /// <summary>Gets the ID token (OpenID Connect), not validated, or null.</summary>
    public SecretValue? IdToken { get; init; }

    /// <summary>Gets what the token is (RFC 8693, section 2.2.1), or null.</summary>
    public string? IssuedTokenType { get; init; }

    /// <summary>Gets the other values that the format asks for, as far as they are there.</summary>
    public ImmutableDictionary<string, string> Outputs { get; init; } = ImmutableDictionary<string, string>.Empty;
}
