using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Pages of a list: by cursor where the query has <c>page[size]</c> or <c>page[after]</c>, else by offset.</summary>
internal static class ZendeskPage
{
    private const int Largest = 100;
    private const int Deepest = 10_000;

    public static LocalResponse Answer<T>(ZendeskCall call, string name, IEnumerable<T> items, Func<string?, Func<T, PagePosition>?> orders, Func<T, JsonNode> toJson) =>
        orders(call.Request.Query["sort"]) is { } position
            ? InOrder(call, name, items, position, toJson)
            : ZendeskError.BadPage("InvalidPaginationParameter", "invalid sort", "sort is not one of the orders of this list");

    public static LocalResponse InOrder<T>(ZendeskCall call, string name, IEnumerable<T> items, Func<T, PagePosition> position, Func<T, JsonNode> toJson)
    {
        var sorted = items.OrderBy(item => position(item).Key).ToList();
        return IsByCursor(call)
            ? ByCursor(call, name, position, (after, _) => after is null ? sorted : sorted.FindAll(item => position(item).Key.CompareTo(after.Key) > 0), toJson)
            : ByOffset(call, name, sorted, toJson);
    }

    public static bool IsByCursor(ZendeskCall call) => call.Request.Query.Has("page[size]") || call.Request.Query.Has("page[after]");

    /// <summary>Answers a page by cursor of a list that can be read from a place on: at least as many items as are asked for, where there are as many.</summary>
    public static LocalResponse ByCursor<T>(ZendeskCall call, string name, Func<T, PagePosition> position, Func<PagePosition?, int, List<T>> read, Func<T, JsonNode> toJson)
    {
        if (!TryRead(call, "page[size]", Largest, out var size) || size > Largest)
        {
            return ZendeskError.BadPage("InvalidPaginationParameter", "invalid page size", $"page[size] must be a number from 1 to {Largest}");
        }

        PagePosition? after = null;
        if (call.Request.Query["page[after]"] is { } cursor && !PagePosition.TryParse(cursor, out after))
        {
            return ZendeskError.BadPage("InvalidPaginationParameter", "invalid cursor", "page[after] is not a cursor of this list");
        }

        var rest = read(after, size + 1);
        var page = rest.GetRange(0, Math.Min(size, rest.Count));
        var next = page.Count == 0 ? null : position(page[^1]).ToCursor();
        var hasMore = rest.Count > page.Count;
        return LocalResponse.Json(HttpStatusCode.OK, new JsonObject
        {
            [name] = new JsonArray([.. page.Select(toJson)]),
            ["meta"] = new JsonObject
            {
                ["has_more"] = hasMore,
                ["after_cursor"] = next,
                ["before_cursor"] = page.Count == 0 ? null : position(page[0]).ToCursor(),
            },
            ["links"] = new JsonObject { ["prev"] = null, ["next"] = hasMore ? Link(call, ("page[after]", next!), ("page[size]", Number(size))) : null },
        });
    }

    public static LocalResponse ByOffset<T>(ZendeskCall call, string name, List<T> items, Func<T, JsonNode> toJson)
    {
        if (!TryRead(call, "page", 1, out var page) || !TryRead(call, "per_page", Largest, out var size))
        {
            return ZendeskError.BadPage("InvalidPaginationParameter", "invalid page", "page and per_page must be positive numbers");
        }

        size = Math.Min(size, Largest);
        return (long)page * size > Deepest
            ? ZendeskError.BadPage("InvalidPaginationDepth", "offset pagination limit", "page 100 or 10000 records")
            : LocalResponse.Json(HttpStatusCode.OK, OffsetBody(call, name, items, page, size, toJson));
    }

    /// <summary>Answers what was asked for by ids, all of it in one page.</summary>
    public static LocalResponse Whole(string name, IReadOnlyCollection<JsonNode> items) => LocalResponse.Json(HttpStatusCode.OK, new JsonObject
    {
        [name] = new JsonArray([.. items]),
        ["next_page"] = null,
        ["previous_page"] = null,
        ["count"] = items.Count,
    });

    public static JsonObject OffsetBody<T>(ZendeskCall call, string name, List<T> items, int page, int size, Func<T, JsonNode> toJson)
    {
        var from = (int)Math.Min((long)(page - 1) * size, items.Count);
        var taken = items.GetRange(from, Math.Min(size, items.Count - from));
        return new JsonObject
        {
            [name] = new JsonArray([.. taken.Select(toJson)]),
            ["next_page"] = from + taken.Count < items.Count ? Link(call, ("page", Number(page + 1)), ("per_page", Number(size))) : null,
            ["previous_page"] = page > 1 ? Link(call, ("page", Number(page - 1)), ("per_page", Number(size))) : null,
            ["count"] = items.Count,
        };
    }

    public static bool TryRead(ZendeskCall call, string name, int otherwise, out int value)
    {
        value = otherwise;
        return call.Request.Query[name] is not { } text || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0);
    }

    /// <summary>The address of the call with other values of some parameters.</summary>
    public static string Link(ZendeskCall call, params (string Name, string Value)[] changes) => Link(call, without: null, changes);

    /// <summary>The address of the call with other values of some parameters, and one left out.</summary>
    public static string Link(ZendeskCall call, string? without, params (string Name, string Value)[] changes)
    {
        var pairs = call.Request.Query.Pairs
            .Where(pair => pair.Key != without && !Array.Exists(changes, change => string.Equals(change.Name, pair.Key, StringComparison.Ordinal)))
            .Select(pair => (pair.Key, pair.Value))
            .Concat(changes)
            .Select(pair => $"{Uri.EscapeDataString(pair.Item1)}={Uri.EscapeDataString(pair.Item2)}");
        return $"{call.Address.BaseUrl}/{string.Join('/', call.Address.Path)}.json?{string.Join('&', pairs)}";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
