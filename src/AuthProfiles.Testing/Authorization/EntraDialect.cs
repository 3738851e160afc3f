using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>Microsoft Entra: an app's own token is for one resource, in one directory; a user's is renewed if <c>offline_access</c> was asked for.</summary>
internal sealed class EntraDialect : TokenDialect
{
    public override LocalResponse? RefuseClientCredentials(LocalRequest request, IReadOnlyList<string> scopes)
    {
        if (request.Segments[0] is "common" or "organizations" or "consumers")
        {
            return TokenError.InvalidRequest("AADSTS50194: Client credentials need the directory's id or a domain of it in the address.");
        }

        return scopes is [var scope] && scope.EndsWith("/.default", StringComparison.Ordinal)
            ? null
            : TokenError.InvalidScope("AADSTS1002012: Client credentials need one scope that ends with /.default.");
    }

    public override bool Knows(string grantType) => grantType is not GrantTypes.TokenExchange;

    public override bool Refreshes(IReadOnlyList<string> scopes) => scopes.Contains("offline_access", StringComparer.Ordinal);

    public override string IssuerOf(LocalRequest request) => $"{request.Origin}/{Uri.EscapeDataString(request.Segments[0])}/v2.0";

    public override IEnumerable<KeyValuePair<string, string>> EndpointsOf(string issuer)
    {
        var directory = issuer[..issuer.LastIndexOf('/')];
        return
        [
            new("authorization_endpoint", directory + "/oauth2/v2.0/authorize"),
            new("token_endpoint", directory + "/oauth2/v2.0/token"),
            new("device_authorization_endpoint", directory + "/oauth2/v2.0/devicecode"),
            new("jwks_uri", directory + "/discovery/v2.0/keys"),
        ];
    }
}
