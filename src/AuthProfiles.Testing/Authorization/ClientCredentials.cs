using System.Diagnostics.CodeAnalysis;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>What a client authenticated with, by header or in the body (RFC 6749, section 2.3.1).</summary>
internal sealed class ClientCredentials(string id, string secret, bool byHeader)
{
    public string Id { get; } = id;

    public string Secret { get; } = secret;

    public bool ByHeader { get; } = byHeader;

    public static bool TryRead(
        LocalRequest request,
        TokenParameters parameters,
        [NotNullWhen(true)] out ClientCredentials? credentials,
        [NotNullWhen(false)] out LocalResponse? refusal)
    {
        (credentials, refusal) = (null, null);
        if (!request.Headers.ContainsKey("Authorization"))
        {
            if (parameters["client_id"] is { } id && parameters["client_secret"] is { } secret)
            {
                credentials = new ClientCredentials(id, secret, byHeader: false);
                return true;
            }

            refusal = TokenError.InvalidClient(byHeader: false, "The client did not authenticate: client_id or client_secret is missing.");
            return false;
        }

        if (!request.TryGetBasic(out var userName, out var password) || userName.Length == 0 || password.Length == 0)
        {
            refusal = TokenError.InvalidClient(byHeader: true, "The Authorization header is not 'Basic' with an id and a secret.");
            return false;
        }

        if (parameters["client_secret"] is not null)
        {
            refusal = TokenError.InvalidRequest("The client authenticated in two ways.");
            return false;
        }

        credentials = new ClientCredentials(NameValues.Decode(userName), NameValues.Decode(password), byHeader: true);
        if (parameters["client_id"] is { } repeated && !string.Equals(repeated, credentials.Id, StringComparison.Ordinal))
        {
            refusal = TokenError.InvalidRequest("client_id differs from the Authorization header.");
            return false;
        }

        return true;
    }
}
