using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>RFC 6749, section 4.4: a client's own token, without a refresh token.</summary>
internal sealed class ClientCredentialsGrant : IGrant
{
    public LocalResponse Answer(TokenCall call)
    {
        if (!call.Client.IsConfidential)
        {
            return TokenError.InvalidClient(byHeader: false, "The client did not authenticate: client credentials are for clients with a secret or a key.");
        }

        var scopes = call.Scopes;
        return call.Dialect.RefuseClientCredentials(call.Request, scopes)
            ?? call.RefuseAsked()
            ?? TokenAnswer.Write(call, new GrantedAccess(call.Client.Id, scopes) { Resources = call.Parameters.All("resource") });
    }
}
