namespace AuthProfiles.Profiles;

/// <summary>What an authorization server says about itself (RFC 8414, section 2; OpenID Connect Discovery 1.0, section 3). Every address in it was checked.</summary>
/// <remarks>Immutable and thread-safe. A list is null where the server does not say; RFC 8414 names what that means.</remarks>
/// <param name="Issuer">The issuer as the server writes it: the one that was asked, or one that the provider's data allows.</param>
/// <param name="TokenEndpoint">Where tokens are.</param>
internal sealed record ServerMetadata(string Issuer, Uri TokenEndpoint)
{
    public Uri? AuthorizationEndpoint { get; init; }

    public Uri? RevocationEndpoint { get; init; }

    public Uri? DeviceAuthorizationEndpoint { get; init; }

    public IReadOnlyList<string>? GrantTypesSupported { get; init; }

    public IReadOnlyList<string>? CodeChallengeMethodsSupported { get; init; }

    public IReadOnlyList<string>? TokenEndpointAuthMethodsSupported { get; init; }

    /// <summary>Gets a value indicating whether every authorization response names its issuer (RFC 9207, section 3), so that one that does not is refused.</summary>
    public bool AuthorizationResponseIssParameterSupported { get; init; }
}
