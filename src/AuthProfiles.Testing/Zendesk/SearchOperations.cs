using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Search: pages by offset, at most 1,000 results, records of several types in one list.</summary>
internal static class SearchOperations
{
    private const int Largest = 100;
    private const int MostResults = 1_000;

    public static LocalResponse Search(ZendeskCall call)
    {
        if (!TryFind(call, out var results, out var refusal))
        {
            return refusal;
        }

        if (!ZendeskPage.TryRead(call, "page", 1, out var page) || !ZendeskPage.TryRead(call, "per_page", Largest, out var size))
        {
            return ZendeskError.BadPage("InvalidPaginationParameter", "invalid page", "page and per_page must be positive numbers");
        }

        size = Math.Min(size, Largest);
        if ((long)page * size > MostResults)
        {
            return Invalid("Requested response size was greater than Search Response Limits");
        }

        var body = ZendeskPage.OffsetBody(call, "results", results, page, size, result => result);
        body["facets"] = null;
        return LocalResponse.Json(HttpStatusCode.OK, body);
    }

    public static LocalResponse Count(ZendeskCall call) =>
        TryFind(call, out var results, out var refusal) ? LocalResponse.Json(HttpStatusCode.OK, new JsonObject { ["count"] = results.Count }) : refusal;

    private static bool TryFind(ZendeskCall call, [NotNullWhen(true)] out List<JsonNode>? results, [NotNullWhen(false)] out LocalResponse? refusal)
    {
        (results, refusal) = (null, null);
        if (call.Request.Query["query"] is not { Length: > 0 } text)
        {
            refusal = Invalid("query parameter is missing");
            return false;
        }

        var descending = !string.Equals(call.Request.Query["sort_order"], "asc", StringComparison.Ordinal);
        if (SearchOrder.Of(call.Request.Query["sort_by"], descending) is not { } position)
        {
            refusal = Invalid("sort_by is not supported");
            return false;
        }

        var query = new SearchQuery(text, call.Account.Users);
        results = [];
        if (query.WantsTickets)
        {
            results.AddRange(call.Account.Tickets.Where(query.Matches).OrderBy(ticket => position(ticket).Key).Select(ticket => Result("ticket", ZendeskJson.Ticket(ticket, call.Api))));
        }

        if (query.WantsUsers)
        {
            results.AddRange(call.Account.Users.Where(query.Matches).Select(user => Result("user", ZendeskJson.User(user, call.Api))));
        }

        return true;
    }

    public static JsonObject Result(string type, JsonObject record)
    {
        record["result_type"] = type;
        return record;
    }

    public static LocalResponse Invalid(string description) => ZendeskError.Answer(HttpStatusCode.UnprocessableEntity, "invalid", "Invalid search: " + description);
}
