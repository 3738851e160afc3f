using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>RFC 6749, section 4.3.</summary>
internal sealed class PasswordGrant : IGrant
{
    public LocalResponse Answer(TokenCall call)
    {
        if (call.Parameters["username"] is not { } userName || call.Parameters["password"] is not { } password)
        {
            return TokenError.InvalidRequest("username or password is missing.");
        }

        return call.State.Accounts.Accepts(userName, password)
            ? call.RefuseAsked() ?? TokenAnswer.Write(call, new GrantedAccess(call.Client.Id, call.Scopes) { UserName = userName, Resources = call.Parameters.All("resource") }, isRenewable: call.Dialect.Refreshes(call.Scopes))
            : TokenError.InvalidGrant("The user is unknown here, or the password is wrong.");
    }
}
