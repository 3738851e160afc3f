using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>Issues tokens and writes them (RFC 6749, section 5.1).</summary>
internal static class TokenAnswer
{
    /// <param name="call">The request.</param>
    /// <param name="access">What is granted.</param>
    /// <param name="family">What the tokens end with; null for a new one.</param>
    /// <param name="isRenewable">Whether a refresh token goes with it.</param>
    /// <param name="narrowed">The scopes of the access token alone; null for those granted.</param>
    /// <param name="issuedType">The type of the token, where it was exchanged.</param>
    public static LocalResponse Write(
        TokenCall call,
        GrantedAccess access,
        TokenFamily? family = null,
        bool isRenewable = false,
        IReadOnlyList<string>? narrowed = null,
        string? issuedType = null)
    {
        var (state, dialect, parameters) = (call.State, call.Dialect, call.Parameters);
        family ??= new TokenFamily();
        var scopes = narrowed ?? access.Scopes;
        var lifetime = dialect.RequestedLifetime(parameters) ?? state.Tokens.Lifetime;
        var text = state.Tokens.Issue(access with { Scopes = scopes }, family, call.Endpoint, state.Now, lifetime, out var token);
        var answer = new JsonObject { ["access_token"] = text, ["token_type"] = dialect.TokenType };
        if (dialect.TellsLifetime(parameters))
        {
            answer["expires_in"] = (long)lifetime.TotalSeconds;
        }

        if (isRenewable)
        {
            var asked = dialect.RequestedRefreshLifetime(parameters);
            var refresh = new IssuedRefreshToken(access, family, call.Server, state.Now + (asked ?? state.Tokens.RefreshLifetime)) { Companion = token };
            answer["refresh_token"] = state.Tokens.Issue(refresh);
            if (asked is { } told)
            {
                answer["refresh_token_expires_in"] = (long)told.TotalSeconds;
            }
        }

        if (scopes.Count > 0)
        {
            answer["scope"] = string.Join(' ', scopes);
        }

        if (issuedType is not null)
        {
            answer["issued_token_type"] = issuedType;
        }

        if (access.UserName is not null && scopes.Contains("openid", StringComparer.Ordinal))
        {
            answer["id_token"] = IdToken.Write(call.Issuer, access, state.Now, lifetime);
        }

        return LocalResponse.Json(dialect.Success, answer).With("Cache-Control", "no-store");
    }
}
