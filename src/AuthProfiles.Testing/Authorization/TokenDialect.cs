using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>How a server answers; this one by the book, derived ones by what their service does.</summary>
internal class TokenDialect
{
    private static readonly TokenDialect s_standard = new();
    private static readonly ZendeskDialect s_zendesk = new();
    private static readonly EntraDialect s_entra = new();

    public virtual HttpStatusCode Success => HttpStatusCode.OK;

    public virtual string TokenType => "Bearer";

    /// <summary>The scope of a request that names none.</summary>
    public virtual string DefaultScope => string.Empty;

    /// <summary>Whether a renewal ends the access token before it.</summary>
    public virtual bool RenewalEndsAccess => false;

    public static TokenDialect Of(LocalRequest request) => request.Segments switch
    {
        [.., "oauth", "tokens"] or [.., "oauth", "authorizations", "new"] => s_zendesk,
        [_, "oauth2", "v2.0", _] or [_, "v2.0", WellKnown.Segment, ..] => s_entra,
        _ => s_standard,
    };

    /// <summary>What the service refuses of any token request beyond the standard, or null.</summary>
    public virtual LocalResponse? Refuse(TokenParameters parameters) => null;

    /// <summary>What the service refuses of a request for a client's own token, or null.</summary>
    public virtual LocalResponse? RefuseClientCredentials(LocalRequest request, IReadOnlyList<string> scopes) => null;

    public virtual bool Knows(string grantType) => true;

    public virtual TimeSpan? RequestedLifetime(TokenParameters parameters) => null;

    public virtual TimeSpan? RequestedRefreshLifetime(TokenParameters parameters) => null;

    public virtual bool TellsLifetime(TokenParameters parameters) => true;

    /// <summary>Whether a grant of these scopes, by a user, brings a refresh token.</summary>
    public virtual bool Refreshes(IReadOnlyList<string> scopes) => true;

    public virtual string IssuerOf(LocalRequest request) => EndpointAddress.IssuerOf(request);

    /// <summary>Whether what one has issued is good at the other. Paths of one host are different servers; another host may be where renewals go.</summary>
    public virtual bool IsSameServer(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal) || !string.Equals(new Uri(one).Authority, new Uri(other).Authority, StringComparison.Ordinal);

    /// <summary>The endpoints, by their names in metadata (RFC 8414, section 2).</summary>
    public virtual IEnumerable<KeyValuePair<string, string>> EndpointsOf(string issuer) =>
    [
        new("authorization_endpoint", issuer + "/authorize"),
        new("token_endpoint", issuer + "/token"),
        new("device_authorization_endpoint", issuer + "/device_authorization"),
        new("revocation_endpoint", issuer + "/revoke"),
        new("jwks_uri", issuer + "/jwks"),
    ];
}
