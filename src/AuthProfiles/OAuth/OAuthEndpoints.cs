using AuthProfiles.Templates;

namespace AuthProfiles.OAuth;

/// <summary>The addresses of a provider as templates: what the options say, else what the provider's data say.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class OAuthEndpoints
{
    private readonly UrlTemplate? _issuer;
    private readonly UrlTemplate? _token;
    private readonly UrlTemplate? _refresh;
    private readonly UrlTemplate? _revocation;

    public OAuthEndpoints(OAuthOptions options, ProfileDefinition definition)
    {
        var provider = options.Provider ?? OAuthProvider.Standard;
        _issuer = Parse(definition, nameof(options.Issuer), options.Issuer ?? provider.Issuer);
        _token = Parse(definition, nameof(options.TokenUrl), options.TokenUrl ?? provider.TokenUrl ?? (_issuer is null ? string.Empty : null));

        // A token endpoint of the developer's own is not left for the provider's refresh endpoint.
        _refresh = Parse(definition, nameof(options.RefreshUrl), options.RefreshUrl ?? (options.TokenUrl is null ? provider.RefreshUrl : null));
        _revocation = Parse(definition, nameof(options.RevocationUrl), options.RevocationUrl ?? (options.TokenUrl is null ? provider.RevocationUrl : null));
    }

    public bool HasIssuer => _issuer is not null;

    /// <summary>Parses an address that a kind has besides those of all.</summary>
    public static UrlTemplate? Parse(ProfileDefinition definition, string setting, string? text) =>
        text is null ? null : definition.ParseUrl(setting, text);

    /// <summary>Returns the address that grants are asked of.</summary>
    public Uri Token(CredentialRequest request, bool isRenewal) => request.Expand((isRenewal ? _refresh : null) ?? _token!);

    /// <summary>Returns who gives the grants: the issuer, or else the origin of the token endpoint.</summary>
    public string Issuer(CredentialRequest request) =>
        _issuer is null ? request.Expand(_token!).GetLeftPart(UriPartial.Authority) : request.Expand(_issuer).OriginalString;
}
