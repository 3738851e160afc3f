using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>The users of an account.</summary>
internal static class UserOperations
{
    private const int MostAtOnce = 100;

    // Nobody gets an answer here too, with a user who has no id: a 200 proves no authorization.
    public static LocalResponse Me(ZendeskCall call) => Answer(call, HttpStatusCode.OK, call.Caller.User);

    public static LocalResponse Show(ZendeskCall call) =>
        call.Account.Users.Find(call.Id) is { } user ? Answer(call, HttpStatusCode.OK, user) : ZendeskError.RecordNotFound();

    public static LocalResponse List(ZendeskCall call)
    {
        var roles = call.Request.Query.All("role").Concat(call.Request.Query.All("role[]")).ToList();
        var users = call.Account.Users.Where(user => roles.Count == 0 || roles.Contains(user.Role, StringComparer.Ordinal));
        return ZendeskPage.Answer(call, "users", users, static sort => sort is null or "id" ? static user => new(user.Id, 0) : null, user => ZendeskJson.User(user, call.Api));
    }

    public static LocalResponse Count(ZendeskCall call) => ZendeskJson.Count(call, call.Account.Users.Count);

    /// <summary>Those of the ids that are there; the others are passed over in silence.</summary>
    public static LocalResponse ShowMany(ZendeskCall call)
    {
        IEnumerable<LocalUser> found;
        if (call.Request.Query["external_ids"] is { } texts)
        {
            var wanted = texts.Split(',', StringSplitOptions.RemoveEmptyEntries);
            if (wanted.Length is 0 or > MostAtOnce)
            {
                return ZendeskError.BadIds(MostAtOnce);
            }

            found = call.Account.Users.Where(user => wanted.Contains(user.ExternalId, StringComparer.OrdinalIgnoreCase));
        }
        else
        {
            if (!TicketIds.TryRead(call, MostAtOnce, out var ids, out var refusal))
            {
                return refusal;
            }

            found = ids.Distinct().Select(call.Account.Users.Find).OfType<LocalUser>();
        }

        return ZendeskPage.Whole("users", [.. found.Select(user => ZendeskJson.User(user, call.Api))]);
    }

    /// <summary>By words, an email or an external id, in numbered pages only.</summary>
    public static LocalResponse Search(ZendeskCall call)
    {
        if (call.Request.Query["external_id"] is { } externalId)
        {
            return Found(call, user => string.Equals(user.ExternalId, externalId, StringComparison.OrdinalIgnoreCase));
        }

        return call.Request.Query["query"] is { Length: > 0 } query
            ? Found(call, new SearchQuery(query, call.Account.Users).Matches)
            : ZendeskError.BadRequest("Invalid attribute", "Give a query or an external_id.");
    }

    public static LocalResponse Create(ZendeskCall call)
    {
        if (!ZendeskBody.TryRead(call.Request, "user", out var values, out var refusal))
        {
            return refusal;
        }

        var changes = new UserChanges(call, values);
        return changes.TryApply(changes.Draft, out var user, out var refused) ? Answer(call, HttpStatusCode.Created, call.Account.Users.Store(user)) : refused.ToResponse();
    }

    /// <summary>Updates the user who has the external id or else the email, and creates them where nobody has.</summary>
    public static LocalResponse CreateOrUpdate(ZendeskCall call)
    {
        if (!ZendeskBody.TryRead(call.Request, "user", out var values, out var refusal))
        {
            return refusal;
        }

        var changes = new UserChanges(call, values);
        var known = changes.FindKnown();
        return changes.TryApply(known ?? changes.Draft, out var user, out var refused)
            ? Answer(call, known is null ? HttpStatusCode.Created : HttpStatusCode.OK, call.Account.Users.Store(user))
            : refused.ToResponse();
    }

    public static LocalResponse Update(ZendeskCall call)
    {
        if (call.Account.Users.Find(call.Id) is not { } known)
        {
            return ZendeskError.RecordNotFound();
        }

        if (!ZendeskBody.TryRead(call.Request, "user", out var values, out var refusal))
        {
            return refusal;
        }

        return new UserChanges(call, values).TryApply(known, out var user, out var refused) ? Answer(call, HttpStatusCode.OK, call.Account.Users.Store(user)) : refused.ToResponse();
    }

    private static LocalResponse Found(ZendeskCall call, Func<LocalUser, bool> matches) =>
        ZendeskPage.ByOffset(call, "users", call.Account.Users.Where(matches).ToList(), user => ZendeskJson.User(user, call.Api));

    private static LocalResponse Answer(ZendeskCall call, HttpStatusCode status, LocalUser? user) =>
        LocalResponse.Json(status, ZendeskJson.Envelope("user", ZendeskJson.User(user, call.Api)));
}
