using AuthProfiles.Profiles;

namespace AuthProfiles;

/// <summary>What every OAuth 2.0 profile can be told. What is said here comes before what the <see cref="Provider"/> says.</summary>
public abstract class OAuthOptions : ProfileOptions
{
    /// <summary>Gets or sets the provider: its addresses, and by what it departs from the standard.</summary>
    /// <value>The default is null: a provider that keeps to RFC 6749, whose addresses are given here. <see cref="OAuthProviders"/> has some.</value>
    public OAuthProvider? Provider { get; set; }

    /// <summary>Gets or sets the issuer, a template. Addresses that are not given are then read from its metadata (OpenID Connect Discovery, RFC 8414).</summary>
    /// <value>The default is null: nothing is discovered. https, or http to loopback; at most 3,000 characters.</value>
    public string? Issuer { get; set; }

    /// <summary>Gets or sets the address of the token endpoint, a template: <c>{tenant}</c> and <c>{{field}}</c> are filled in from the connection.</summary>
    /// <value>The default is null: the provider's, or the one that the issuer names. https, or http to loopback; at most 3,000 characters, before and after expansion.</value>
    public string? TokenUrl { get; set; }

    /// <summary>Gets or sets the address that renewals go to, a template like <see cref="TokenUrl"/>.</summary>
    /// <value>The default is null: the token endpoint.</value>
    public string? RefreshUrl { get; set; }

    /// <summary>Gets or sets the address where tokens are revoked (RFC 7009), a template like <see cref="TokenUrl"/>.</summary>
    /// <value>The default is null: the provider's, or the one that the issuer names; without any, a connection is ended here alone.</value>
    public string? RevocationUrl { get; set; }

    /// <summary>Gets what is asked for: pairs of which <c>scope</c> is one, with its words separated by spaces; others are <c>audience</c> or <c>prompt</c>.</summary>
    /// <value>Empty by default. Empty values are left out. Parameters that the protocol writes itself, such as <c>grant_type</c>, are refused.</value>
    public IDictionary<string, string> Scope { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets further parameters of the request for the first token.</summary>
    /// <value>Empty by default.</value>
    public IDictionary<string, string> TokenParameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets further parameters of renewals. A scope among them must be part of the one asked for (RFC 6749, section 6).</summary>
    /// <value>Empty by default.</value>
    public IDictionary<string, string> RefreshParameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets the services that tokens are to be good for, as absolute addresses without a fragment (RFC 8707).</summary>
    /// <value>Empty by default. Sent as <c>resource</c>, each once, in this order.</value>
    public IList<string> Resources { get; } = [];

    /// <summary>Gets or sets the client id of every connection that gives none of its own as the input <c>clientId</c>.</summary>
    /// <value>The default is null. At most 255 characters.</value>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the client secret of every connection that gives none of its own as the input <c>clientSecret</c>.</summary>
    /// <value>The default is null. At most 255 characters. Keep it in settings, not in code.</value>
    public SecretValue? ClientSecret { get; set; }

    /// <summary>Gets or sets the secret that is tried where the service refuses <see cref="ClientSecret"/>, so that one can be changed after the other.</summary>
    /// <value>The default is null. Connections give theirs as the input <c>secondaryClientSecret</c>.</value>
    public SecretValue? SecondaryClientSecret { get; set; }

    /// <summary>Gets or sets the private key that signs for the client: PEM, or a JSON Web Key.</summary>
    /// <value>The default is null. Needed for <see cref="ClientAuthentication.PrivateKeyJwt"/>. Connections give theirs as the input <c>clientKey</c>.</value>
    public SecretValue? ClientKey { get; set; }

    /// <summary>Gets or sets the key that is tried where the service refuses <see cref="ClientKey"/>.</summary>
    /// <value>The default is null. Connections give theirs as the input <c>secondaryClientKey</c>.</value>
    public SecretValue? SecondaryClientKey { get; set; }

    /// <summary>Gets or sets the name that the service knows the key by, the assertion's <c>kid</c>.</summary>
    /// <value>The default is null: the one that a JSON Web Key gives itself, or none.</value>
    public string? ClientKeyId { get; set; }

    /// <summary>Gets or sets what the key signs with (RFC 7518, section 3.1): <c>RS256</c>, <c>PS256</c>, <c>ES256</c> or their longer kin.</summary>
    /// <value>The default is null: the one that a JSON Web Key gives itself, or else RS256, or the one of the key's curve.</value>
    public string? ClientKeyAlgorithm { get; set; }

    /// <summary>Gets or sets how the client says who it is.</summary>
    /// <value>The default is null: as the provider wants it, which by the standard is <see cref="ClientAuthentication.Basic"/> (RFC 6749, section 2.3.1).</value>
    public ClientAuthentication? ClientAuthentication { get; set; }

    /// <summary>Gets or sets how token requests are written.</summary>
    /// <value>The default is null: as the provider wants it, which by the standard is <see cref="BodyFormat.Form"/>.</value>
    public BodyFormat? BodyFormat { get; set; }

    /// <summary>Gets or sets how long a token lives whose answer says nothing about it that makes sense.</summary>
    /// <value>The default is null: as the provider says, or else it is used until it is refused. The range is 1 second to 3,650 days.</value>
    public TimeSpan? AssumedLifetime { get; set; }

    /// <summary>Gets the token types to take besides Bearer; their tokens are sent as Bearer tokens.</summary>
    /// <value>Empty by default: any other type is refused. Compared without case.</value>
    public IList<string> AcceptedTokenTypes { get; } = [];

    /// <summary>Gets how clients of the kind say who they are where nobody says otherwise.</summary>
    /// <summary>Gets a value indicating whether the client's key signs the grant itself, so that there must be one however the client says who it is.</summary>
    internal virtual bool SignsGrant => false;

    internal virtual ClientAuthentication DefaultAuthentication => Provider?.ClientAuthentication ?? default;

    /// <summary>Gets a value indicating whether <see cref="Scope"/> is asked of the token endpoint, and not of the owner before.</summary>
    internal virtual bool AsksTokenEndpointForScope => true;

    internal override ProfileDefaults Defaults => Provider?.Defaults ?? ProfileDefaults.None;
}
