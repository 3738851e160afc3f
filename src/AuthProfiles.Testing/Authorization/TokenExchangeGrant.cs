using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>RFC 8693: a token of this server, or one of elsewhere that is known, becomes one for other services.</summary>
internal sealed class TokenExchangeGrant : IGrant
{
    private const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";

    public LocalResponse Answer(TokenCall call)
    {
        var parameters = call.Parameters;
        if (parameters["subject_token"] is not { } subject || parameters["subject_token_type"] is null)
        {
            return TokenError.InvalidRequest("subject_token or subject_token_type is missing.");
        }

        if (parameters["actor_token"] is null != parameters["actor_token_type"] is null)
        {
            return TokenError.InvalidRequest("actor_token and actor_token_type go together.");
        }

        if (parameters["requested_token_type"] is not (null or AccessToken))
        {
            return TokenError.InvalidRequest($"This server issues tokens of the type {AccessToken}.");
        }

        if (!TryKnow(call, subject, out var userName) || (parameters["actor_token"] is { } actor && !TryKnow(call, actor, out _)))
        {
            return TokenError.InvalidRequest("subject_token or actor_token is unknown here, expired or revoked.");
        }

        var access = new GrantedAccess(call.Client.Id, call.Scopes) { UserName = userName, Resources = [.. parameters.All("resource"), .. parameters.All("audience")] };
        return call.RefuseAsked() ?? TokenAnswer.Write(call, access, issuedType: AccessToken);
    }

    private static bool TryKnow(TokenCall call, string text, out string? userName)
    {
        if (call.State.Tokens.TryFind(text, out IssuedToken? token))
        {
            userName = token.Info.UserName;
            return token.Lives(call.State.Now);
        }

        var isKnown = call.State.SubjectTokens.TryGetValue(text, out userName);
        userName ??= call.State.Accounts.SignedIn;
        return isKnown || call.State.SubjectTokens.Count == 0;
    }
}
