using System.Collections.Immutable;
using AuthProfiles.Profiles;

namespace AuthProfiles;

/// <summary>A provider of OAuth 2.0 as data: its addresses, and by what it departs from the standard.</summary>
/// <remarks>Immutable and thread-safe. Every default is what RFC 6749 says, so a provider that keeps to it needs its addresses alone. It holds no secret.</remarks>
/// <param name="Name">What people call it.</param>
public sealed record OAuthProvider(string Name)
{
    /// <summary>Gets a provider that keeps to the standard, without addresses.</summary>
    public static OAuthProvider Standard { get; } = new("OAuth 2.0");

    /// <summary>Gets the service's base address, a template, or null.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Gets the issuer, a template, or null. Addresses that are not given are read from its metadata.</summary>
    public string? Issuer { get; init; }

    /// <summary>Gets what metadata, callbacks and ID tokens may name in place of the issuer that was asked, with <c>{tenantid}</c> where it names the tenant by its id, or null: nothing but that issuer (RFC 8414, section 3.3).</summary>
    public string? IssuerForm { get; init; }

    /// <summary>Gets the address that users are sent to, a template, or null.</summary>
    public string? AuthorizationUrl { get; init; }

    /// <summary>Gets the address where devices begin (RFC 8628), a template, or null.</summary>
    public string? DeviceAuthorizationUrl { get; init; }

    /// <summary>Gets the address of the token endpoint, a template, or null.</summary>
    public string? TokenUrl { get; init; }

    /// <summary>Gets the address that renewals go to, a template, or null: the token endpoint.</summary>
    public string? RefreshUrl { get; init; }

    /// <summary>Gets the address where tokens are revoked, a template, or null.</summary>
    public string? RevocationUrl { get; init; }

    /// <summary>Gets where the service wants the token, as values that name <c>{{accessToken}}</c>, and what else it wants on every request. Empty by default: the token goes into <c>Authorization: Bearer</c>.</summary>
    public ImmutableArray<AuthorizationField> AuthorizationFields { get; init; } = [];

    /// <summary>Gets the answers of the service that mean that a token has expired, besides 401. Empty by default.</summary>
    public ImmutableArray<ExpiredAnswer> ExpiredWhen { get; init; } = [];

    /// <summary>Gets a harmless request that shows whether the authorization works, such as <c>GET users/me</c>, or null.</summary>
    public string? Probe { get; init; }

    /// <summary>Gets where the probe's answer names the account, as a JSON Pointer (RFC 6901) such as <c>/user/email</c>, or null.</summary>
    public string? AccountLabel { get; init; }

    /// <summary>Gets the names besides <c>tenant</c> that stand for the tenant in the addresses, such as <c>subdomain</c>.</summary>
    public ImmutableArray<string> TenantSynonyms { get; init; } = [];

    /// <summary>Gets the inputs that the addresses need of a connection.</summary>
    public ImmutableArray<AdditionalField> Fields { get; init; } = [];

    /// <summary>Gets how clients say who they are. The default is <see cref="ClientAuthentication.Basic"/>.</summary>
    public ClientAuthentication ClientAuthentication { get; init; }

    /// <summary>Gets how id and secret are written into a Basic header. The default is <see cref="BasicEncoding.Form"/>.</summary>
    public BasicEncoding BasicEncoding { get; init; }

    /// <summary>Gets a value indicating whether a client's assertions are for the issuer, as FAPI 2.0 has it. The default is false: they are for the address that they are sent to (RFC 7523, section 3).</summary>
    public bool AssertsToIssuer { get; init; }

    /// <summary>Gets how token requests are written. The default is <see cref="BodyFormat.Form"/>.</summary>
    public BodyFormat BodyFormat { get; init; }

    /// <summary>Gets what separates the words of a scope. The default is a space.</summary>
    public string ScopeSeparator { get; init; } = " ";

    /// <summary>Gets the provider's own names of parameters in token requests, by the standard's, such as <c>client_key</c> for <c>client_id</c>. An empty name leaves the parameter out.</summary>
    public ImmutableDictionary<string, string> ParameterNames { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets further headers of token requests, such as <c>User-Agent</c>.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets where the answers of the token endpoint have their values. The default is <see cref="TokenAnswerFormat.Standard"/>.</summary>
    public TokenAnswerFormat Answer { get; init; } = TokenAnswerFormat.Standard;

    /// <summary>Gets what the <see cref="TokenAnswerFormat.Outputs"/> may be that addresses name: of a base address, <see cref="AdditionalField.Shape"/> lists the hosts that are allowed.</summary>
    public ImmutableArray<AdditionalField> Outputs { get; init; } = [];

    /// <summary>Gets the provider's own names of parameters in the address that users are sent to, by the standard's, such as <c>user_scope</c> for <c>scope</c>. An empty name leaves the parameter out.</summary>
    public ImmutableDictionary<string, string> AuthorizationParameterNames { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets further parameters of the address that users are sent to, such as <c>access_type</c>.</summary>
    public ImmutableDictionary<string, string> AuthorizationParameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets further parameters of the request for the first token.</summary>
    public ImmutableDictionary<string, string> TokenParameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets further parameters of renewals.</summary>
    public ImmutableDictionary<string, string> RefreshParameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets what a scope needs besides what is asked for, such as <c>offline_access</c> where only that brings a refresh token. Used where users consent.</summary>
    public string? ConsentScope { get; init; }

    /// <summary>Gets the grant type of renewals. The default is <c>refresh_token</c>. Where the access token itself is exchanged, <see cref="TokenAnswerFormat.RefreshToken"/> names its place.</summary>
    public string RefreshGrantType { get; init; } = "refresh_token";

    /// <summary>Gets a value indicating whether a refresh token may be redeemed more than once, so that nobody need wait where it is unknown who else is renewing. The default is false.</summary>
    public bool ReusesRefreshTokens { get; init; }

    /// <summary>Gets a value indicating whether the provider fails on PKCE (RFC 7636), so that it is left out. The default is false: S256 is always sent.</summary>
    public bool WithoutPkce { get; init; }

    /// <summary>Gets the callback's name of the authorization code. The default is <c>code</c>.</summary>
    public string CodeParameter { get; init; } = "code";

    /// <summary>Gets a value indicating whether every callback names its issuer (RFC 9207), so that one without is refused; then <see cref="Issuer"/> or that of the profile must be given. The default is false, unless the issuer's metadata says so.</summary>
    public bool NamesIssuer { get; init; }

    /// <summary>Gets how long a token lives whose answer does not say, or null: it is used until it is refused. The range is 1 second to 3,650 days.</summary>
    public TimeSpan? AssumedLifetime { get; init; }

    internal ProfileDefaults Defaults => new()
    {
        BaseUrl = BaseUrl,
        IdentityProviderName = Name,
        Probe = Probe,
        TenantSynonyms = TenantSynonyms,
        Fields = Fields,
        AuthorizationFields = AuthorizationFields,
        ExpiredWhen = ExpiredWhen,
    };
}
