using AuthProfiles.Profiles;
using AuthProfiles.Templates;

namespace AuthProfiles.OAuth;

/// <summary>The addresses of a provider: what the options say, else what the provider's data say, else what the issuer's metadata say.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class OAuthEndpoints
{
    private readonly UrlTemplate? _issuer;
    private readonly UrlTemplate? _token;
    private readonly UrlTemplate? _refresh;
    private readonly UrlTemplate? _revocation;
    private readonly string? _issuerForm;
    private readonly bool _asksIssuer;

    public OAuthEndpoints(OAuthOptions options, ProfileDefinition definition)
    {
        var provider = options.Provider ?? OAuthProvider.Standard;
        _issuerForm = provider.IssuerForm;
        _issuer = Parse(definition, nameof(options.Issuer), options.Issuer ?? provider.Issuer);
        _token = Parse(definition, nameof(options.TokenUrl), options.TokenUrl ?? provider.TokenUrl);
        if ((options.TokenUrl ?? provider.TokenUrl ?? options.Issuer ?? provider.Issuer) is null)
        {
            // Says that it is missing.
            Parse(definition, nameof(options.TokenUrl), string.Empty);
        }

        // A token endpoint of the developer's own is not left for the provider's other ones.
        var isOfProvider = options.TokenUrl is null;
        _refresh = Parse(definition, nameof(options.RefreshUrl), options.RefreshUrl ?? (isOfProvider ? provider.RefreshUrl : null));
        _revocation = Parse(definition, nameof(options.RevocationUrl), options.RevocationUrl ?? (isOfProvider ? provider.RevocationUrl : null));
        _asksIssuer = isOfProvider || options.Issuer is not null;
    }

    public bool HasIssuer => _issuer is not null;

    /// <summary>Gets a value indicating whether the token endpoint is found in the issuer's metadata.</summary>
    public bool IsDiscovered => _token is null;

    /// <summary>Gets a text that tells the provider from others: the template of its issuer, or else of its token endpoint.</summary>
    public string Server => (_issuer ?? _token!).Text;

    /// <summary>Parses an address that a kind has besides those of all.</summary>
    public static UrlTemplate? Parse(ProfileDefinition definition, string setting, string? text) =>
        text is null ? null : definition.ParseUrl(setting, text);

    /// <summary>Returns the address that grants are asked of.</summary>
    public ValueTask<Uri> TokenAsync(CredentialRequest request, bool isRenewal, CancellationToken cancellationToken) =>
        ((isRenewal ? _refresh : null) ?? _token) is { } template
            ? new(request.Expand(template))
            : DiscoverAsync(request, static metadata => metadata.TokenEndpoint, "token endpoint", cancellationToken);

    /// <summary>Returns the address where tokens are revoked, or null where the provider has none.</summary>
    public async ValueTask<Uri?> RevocationAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        if (_revocation is not null)
        {
            return request.Expand(_revocation);
        }

        return _asksIssuer && await MetadataAsync(request, cancellationToken).ConfigureAwait(false) is { } metadata ? metadata.RevocationEndpoint : null;
    }

    /// <summary>Returns an address of a kind's own, discovered where it was not given.</summary>
    /// <exception cref="AuthorizationException">The issuer does not have it.</exception>
    public ValueTask<Uri> FindAsync(CredentialRequest request, UrlTemplate? template, Func<ServerMetadata, Uri?> find, string what, CancellationToken cancellationToken) =>
        template is null ? DiscoverAsync(request, find, what, cancellationToken) : new(request.Expand(template));

    /// <summary>Returns what the issuer says about itself, or null where no issuer is known.</summary>
    public async ValueTask<ServerMetadata?> MetadataAsync(CredentialRequest request, CancellationToken cancellationToken) =>
        _issuer is null ? null : await request.FindMetadataAsync(request.Expand(_issuer).OriginalString, _issuerForm, cancellationToken).ConfigureAwait(false);

    /// <summary>Returns who gives the grants: the issuer, or else the origin of the token endpoint.</summary>
    public string Issuer(CredentialRequest request) =>
        _issuer is null ? request.Expand(_token!).GetLeftPart(UriPartial.Authority) : request.Expand(_issuer).OriginalString;

    /// <summary>Returns whom ID tokens must be of, or null where no issuer is known.</summary>
    public MetadataQuery? TokenIssuer(CredentialRequest request) => HasIssuer ? new(Issuer(request), _issuerForm) : null;

    private async ValueTask<Uri> DiscoverAsync(CredentialRequest request, Func<ServerMetadata, Uri?> find, string what, CancellationToken cancellationToken)
    {
        var metadata = await MetadataAsync(request, cancellationToken).ConfigureAwait(false);
        return find(metadata!) ?? throw request.Failure(AuthorizationErrorKind.Configuration, $"the issuer's metadata name no {what}: give its address");
    }
}
