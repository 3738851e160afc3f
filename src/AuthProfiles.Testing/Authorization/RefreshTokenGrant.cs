using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>RFC 6749, section 6: with rotation a refresh token is good once, and a second use ends its family (RFC 9700, section 4.14.2).</summary>
internal sealed class RefreshTokenGrant : IGrant
{
    public LocalResponse Answer(TokenCall call)
    {
        if (call.Parameters["refresh_token"] is not { } text)
        {
            return TokenError.InvalidRequest("refresh_token is missing.");
        }

        if (!call.State.Tokens.TryFind(text, out IssuedRefreshToken? token))
        {
            return call.State.Tokens.KnowsForeign
                ? TokenError.InvalidGrant("The refresh token is unknown here.")
                : call.RefuseAsked() ?? TokenAnswer.Write(call, new GrantedAccess(call.Client.Id, call.Scopes) { UserName = call.State.Accounts.SignedIn }, isRenewable: true);
        }

        if (Fault(call, token) is { } fault)
        {
            return TokenError.InvalidGrant(fault);
        }

        var granted = token.Access.Scopes;
        var scopes = call.Parameters.Words("scope") ?? granted;
        if (granted.Count > 0 && scopes.Except(granted, StringComparer.Ordinal).Any())
        {
            return TokenError.InvalidScope("A renewal can't ask for more than was granted.");
        }

        return Renew(call, token, scopes);
    }

    private static string? Fault(TokenCall call, IssuedRefreshToken token)
    {
        if (!token.IsOf(call.Client.Id))
        {
            return "The refresh token was issued to another client.";
        }

        if (!token.IsGoodAt(call))
        {
            return "The refresh token was issued by another server.";
        }

        if (token.IsUsed)
        {
            token.Family.End();
            return "The refresh token was used before: all that came from its grant has ended.";
        }

        return token.Lives(call.State.Now) ? null : "The refresh token has expired or was revoked.";
    }

    private static LocalResponse Renew(TokenCall call, IssuedRefreshToken token, IReadOnlyList<string> scopes)
    {
        if (call.Dialect.RenewalEndsAccess)
        {
            token.Companion?.End();
        }

        token.IsUsed = call.State.RotatesRefreshTokens;
        return TokenAnswer.Write(call, token.Access with { ClientId = call.Client.Id, Nonce = null }, token.Family, isRenewable: token.IsUsed, narrowed: scopes);
    }
}
