using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

internal static class UserOperations
{
    // Nobody gets an answer here too, with a user who has no id: a 200 proves no authorization.
    public static LocalResponse Me(ZendeskCall call) => LocalResponse.Json(HttpStatusCode.OK, ZendeskJson.Envelope("user", ZendeskJson.User(call.Caller.User, call.Api)));

    public static LocalResponse Show(ZendeskCall call) =>
        call.Account.Users.Find(call.Id) is { } user
            ? LocalResponse.Json(HttpStatusCode.OK, ZendeskJson.Envelope("user", ZendeskJson.User(user, call.Api)))
            : ZendeskError.RecordNotFound();
}
