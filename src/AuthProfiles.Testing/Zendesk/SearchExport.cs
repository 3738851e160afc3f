using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>A search without an end: by a cursor that is good for an hour, of records of one type, the earliest first.</summary>
internal static class SearchExport
{
    private const int Largest = 1_000;
    private const int Usual = 100;

    private static readonly TimeSpan s_cursorLifetime = TimeSpan.FromHours(1);

    public static LocalResponse Answer(ZendeskCall call)
    {
        if (call.Request.Query["query"] is not { Length: > 0 } text || text.Contains("type:", StringComparison.Ordinal))
        {
            return SearchOperations.Invalid("query is missing or has a type");
        }

        if (call.Request.Query["filter[type]"] is not { } type || type is not ("ticket" or "user"))
        {
            return SearchOperations.Invalid("filter[type] is not one of ticket, user");
        }

        if (!ZendeskPage.TryRead(call, "page[size]", Usual, out var size) || size > Largest)
        {
            return ZendeskError.BadPage("InvalidPaginationParameter", "invalid page size", $"page[size] must be a number from 1 to {Largest}");
        }

        var (begun, after) = (call.Now, new PagePosition(0, 0));
        if (call.Request.Query["page[after]"] is { } cursor && !TryRead(cursor, call.Now, out begun, out after))
        {
            return ZendeskError.BadPage("InvalidCursor", "invalid cursor", "page[after] is not a cursor of this export, or is older than an hour");
        }

        var rest = Find(call, text, type).Where(found => found.Position.Key.CompareTo(after.Key) > 0).OrderBy(static found => found.Position.Key).Take(size + 1).ToList();
        var hasMore = rest.Count > size;
        var page = rest.Take(size).ToList();
        var next = page.Count == 0 ? null : Write(begun, page[^1].Position);
        return LocalResponse.Json(HttpStatusCode.OK, new JsonObject
        {
            ["results"] = new JsonArray([.. page.Select(static found => found.ToJson())]),
            ["facets"] = null,
            ["meta"] = new JsonObject { ["has_more"] = hasMore, ["after_cursor"] = next, ["before_cursor"] = null },
            ["links"] = new JsonObject { ["prev"] = null, ["next"] = hasMore ? ZendeskPage.Link(call, ("page[after]", next!)) : null },
        });
    }

    private static IEnumerable<Found> Find(ZendeskCall call, string text, string type)
    {
        var query = new SearchQuery(text, call.Account.Users);
        return type == "ticket"
            ? call.Account.Tickets.Where(query.Matches).Select(ticket => new Found(Position(ticket.CreatedAt, ticket.Id), () => SearchOperations.Result(type, ZendeskJson.Ticket(ticket, call.Api))))
            : call.Account.Users.Where(query.Matches).Select(user => new Found(Position(user.CreatedAt, user.Id), () => SearchOperations.Result(type, ZendeskJson.User(user, call.Api))));
    }

    private static PagePosition Position(DateTimeOffset createdAt, long id) => new(createdAt.ToUnixTimeSeconds(), id);

    // The session begins with the first page, and all its cursors end with it.
    private static string Write(DateTimeOffset begun, PagePosition position) => new PagePosition(begun.ToUnixTimeSeconds(), 0).ToCursor() + "." + position.ToCursor();

    private static bool TryRead(string cursor, DateTimeOffset now, out DateTimeOffset begun, out PagePosition after)
    {
        var dot = Math.Max(cursor.IndexOf('.', StringComparison.Ordinal), 0);
        var isCursor = PagePosition.TryParse(cursor[..dot], out var session) & PagePosition.TryParse(cursor[(dot + 1)..], out var position);
        begun = isCursor ? DateTimeOffset.FromUnixTimeSeconds(session!.Major) : default;
        after = position ?? new(0, 0);
        return isCursor && now - begun < s_cursorLifetime;
    }

    private sealed record Found(PagePosition Position, Func<JsonObject> ToJson);
}
