using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>The token that the call itself carries.</summary>
internal static class CurrentTokenOperations
{
    // Zendesk shows this much of a token.
    private const int Shown = 10;

    public static LocalResponse Show(ZendeskCall call)
    {
        if (call.Caller is not { Token: { } token, TokenText: { } text, User: { } user })
        {
            return ZendeskError.NotAuthenticated();
        }

        return LocalResponse.Json(HttpStatusCode.OK, ZendeskJson.Envelope("token", new JsonObject
        {
            ["id"] = token.Id,
            ["url"] = $"{call.Api}/oauth/tokens/{token.Id}.json",
            ["user_id"] = user.Id,
            ["token"] = text.Reveal()[..Shown],
            ["scopes"] = ZendeskJson.Texts(token.Scopes),
            ["created_at"] = ZendeskJson.Time(token.IssuedAt),
            ["expires_at"] = ZendeskJson.Time(token.ExpiresAt),
        }));
    }

    public static LocalResponse Revoke(ZendeskCall call)
    {
        if (call.Caller.TokenText is not { } text)
        {
            return ZendeskError.NotAuthenticated();
        }

        call.AuthorizationServer.Revoke(text.Reveal());
        return LocalResponse.Empty(HttpStatusCode.NoContent);
    }
}
