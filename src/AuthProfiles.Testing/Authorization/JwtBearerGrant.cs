using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>RFC 7523, section 2.1: an assertion instead of a grant. It is good once.</summary>
internal sealed class JwtBearerGrant : IGrant
{
    /// <summary>The assertion proves enough (section 3.1).</summary>
    public bool NeedsProof => false;

    public LocalResponse Answer(TokenCall call)
    {
        if (call.Parameters["assertion"] is not { } text)
        {
            return TokenError.InvalidRequest("assertion is missing.");
        }

        if (!Jwt.TryParse(text, out var jwt))
        {
            return TokenError.InvalidGrant("The assertion is no JWT.");
        }

        if (AssertionRules.Fault(jwt, ClientCheck.Audiences(call.Request, call.State), call.State.Now) is { } fault)
        {
            return TokenError.InvalidGrant(fault);
        }

        if (!IsSigned(call, jwt))
        {
            return TokenError.InvalidGrant("The assertion is not signed by the key of its issuer, or its issuer is unknown here.");
        }

        return call.RefuseAsked()
            ?? (call.State.Assertions.TryUse(jwt)
                ? TokenAnswer.Write(call, new GrantedAccess(call.Client.Id, call.Scopes) { UserName = jwt.Text("sub"), Resources = call.Parameters.All("resource") })
                : TokenError.InvalidGrant("The assertion's jti was used before: each request needs an assertion of its own."));
    }

    private static bool IsSigned(TokenCall call, Jwt jwt) =>
        (call.State.Assertions.IsEmpty && !call.State.Clients.HasKeys)
        || call.State.Assertions.IsSignedByIssuer(jwt)
        || call.State.Clients.Find(jwt.Text("iss")!, call.Request.Uri, client => client.PublicKey is { } key && JwtSignature.IsBy(jwt, key)) is not null;
}
