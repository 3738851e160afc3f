using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>The tags of a ticket, where PUT adds, POST sets and DELETE removes, and those of all tickets.</summary>
internal static class TagOperations
{
    public static LocalResponse List(ZendeskCall call) =>
        call.Account.Tickets.Find(call.Id) is { } ticket ? Answer(HttpStatusCode.OK, ticket) : ZendeskError.RecordNotFound();

    /// <summary>The tags that tickets have, the commonest first.</summary>
    public static LocalResponse ListAll(ZendeskCall call) => ZendeskPage.Answer(
        call,
        "tags",
        All(call).Select(static (tag, index) => (tag.Name, tag.Count, Index: index)),
        static sort => sort is null ? static tag => new(tag.Index, 0) : null,
        static tag => new JsonObject { ["name"] = tag.Name, ["count"] = tag.Count });

    public static LocalResponse CountAll(ZendeskCall call) => ZendeskJson.Count(call, All(call).Count());

    public static LocalResponse Add(ZendeskCall call) => Change(call, HttpStatusCode.OK, (tags, given) => tags.Concat(given));

    public static LocalResponse Set(ZendeskCall call) => Change(call, HttpStatusCode.Created, (_, given) => given);

    public static LocalResponse Remove(ZendeskCall call) => Change(call, HttpStatusCode.NoContent, (tags, given) => tags.Except(given, StringComparer.Ordinal));

    private static LocalResponse Change(ZendeskCall call, HttpStatusCode status, Func<IReadOnlyList<string>, IReadOnlyList<string>, IEnumerable<string>> change)
    {
        if (call.Account.Tickets.Find(call.Id) is not { } ticket)
        {
            return ZendeskError.RecordNotFound();
        }

        if (!ZendeskBody.TryRead(call.Request, out var body, out var refusal))
        {
            return refusal;
        }

        if (!body.TryGetProperty("tags", out var tags) || tags.ValueKind != JsonValueKind.Array || tags.EnumerateArray().Any(tag => tag.ValueKind != JsonValueKind.String))
        {
            return ZendeskError.BadRequest("Invalid attribute", "The body has no array of texts 'tags'.");
        }

        if (SafeUpdate.Refuse(ticket, body) is { } conflict)
        {
            return conflict.ToResponse();
        }

        var given = TicketTags.Normalize(tags.EnumerateArray().Select(tag => tag.GetString()!));
        var changed = call.Account.Tickets.Update(ticket with { Tags = TicketTags.Normalize(change(ticket.Tags, given)) });
        return status == HttpStatusCode.NoContent ? LocalResponse.Empty(status) : Answer(status, changed);
    }

    private static LocalResponse Answer(HttpStatusCode status, LocalTicket ticket) => LocalResponse.Json(status, ZendeskJson.Envelope("tags", ZendeskJson.Texts(ticket.Tags)));

    private static IEnumerable<(string Name, int Count)> All(ZendeskCall call) => call.Account.Tickets
        .SelectMany(static ticket => ticket.Tags)
        .GroupBy(static tag => tag, static (tag, all) => (Name: tag, Count: all.Count()), StringComparer.Ordinal)
        .OrderByDescending(static tag => tag.Count)
        .ThenBy(static tag => tag.Name, StringComparer.Ordinal);
}
