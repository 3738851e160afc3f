using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>What is asked for many tickets at once; a job does it. What the job's <c>results</c> are differs: a list, an object for all, or nothing.</summary>
internal static class BulkOperations
{
    private const int MostAtOnce = 100;

    public static LocalResponse CreateMany(ZendeskCall call) =>
        TryReadTickets(call, out var tickets, out var refusal)
            ? JobOperations.Begin(call, "Bulk Create Ticket", tickets.Count, at => List(tickets, (values, index) => Create(call with { Now = at }, values, index, TicketWork.TryCreate)))
            : refusal;

    public static LocalResponse ImportMany(ZendeskCall call) =>
        TryReadTickets(call, out var tickets, out var refusal)
            ? JobOperations.Begin(call, "Bulk Import Ticket", tickets.Count, at => List(tickets, (values, index) => Create(call with { Now = at }, values, index, TicketWork.TryImport)))
            : refusal;

    /// <summary>The same change for the tickets in the query, or a change of its own for each ticket in the body.</summary>
    public static LocalResponse UpdateMany(ZendeskCall call)
    {
        if (!call.Request.Query.Has("ids"))
        {
            return TryReadTickets(call, out var tickets, out var refused)
                ? JobOperations.Begin(call, "Bulk Update Ticket", tickets.Count, at => List(tickets, (values, _) => Update(call with { Now = at }, IdOf(values), values)))
                : refused;
        }

        if (!TicketIds.TryRead(call, MostAtOnce, out var ids, out var refusal) || !ZendeskBody.TryRead(call.Request, "ticket", out var changes, out refusal))
        {
            return refusal;
        }

        return JobOperations.Begin(call, "Bulk Update Ticket", ids.Count, at => List(ids, (id, _) => Update(call with { Now = at }, id, changes)));
    }

    public static LocalResponse DeleteMany(ZendeskCall call) => DeleteMany(call, "Bulk Delete Ticket");

    public static LocalResponse MarkManyAsSpam(ZendeskCall call) => DeleteMany(call, "Bulk Mark As Spam");

    /// <summary>Closes the tickets of the body and notes it in the one of the path. The job says how all of it went, in one object.</summary>
    public static LocalResponse Merge(ZendeskCall call)
    {
        if (call.Account.Tickets.Find(call.Id) is null)
        {
            return ZendeskError.RecordNotFound();
        }

        if (!ZendeskBody.TryRead(call.Request, out var body, out var refusal))
        {
            return refusal;
        }

        if (!body.TryGetProperty("ids", out var sources) || sources.ValueKind != JsonValueKind.Array || sources.EnumerateArray().Any(static id => id.ValueKind != JsonValueKind.Number || !id.TryGetInt64(out _)))
        {
            return ZendeskError.BadRequest("Invalid attribute", "The body has no array of numbers 'ids'.");
        }

        var ids = sources.EnumerateArray().Select(static id => id.GetInt64()).ToList();
        return JobOperations.Begin(call, "Merge Ticket", ids.Count, at => new JsonObject { ["success"] = TicketMergers.TryMerge(call with { Now = at }, ids, body) });
    }

    private static LocalResponse DeleteMany(ZendeskCall call, string type) =>
        TicketIds.TryRead(call, MostAtOnce, out var ids, out var refusal)
            ? JobOperations.Begin(call, type, ids.Count, _ => List(ids, (id, _) => call.Account.Tickets.Delete(id, call.Caller.User!) ? Done("delete", id, "Deleted") : Failed("delete", id, TicketRefusal.NotFound)))
            : refusal;

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, int, JsonObject> carryOut) => new([.. items.Select(carryOut)]);

    private static JsonObject Create(ZendeskCall call, JsonElement values, int index, CreateOne create) =>
        create(call, values, out var ticket, out var refusal)
            ? new() { ["id"] = ticket.Id, ["index"] = index }
            : new() { ["index"] = index, ["error"] = refusal.Error, ["details"] = refusal.Description };

    private static JsonObject Update(ZendeskCall call, long id, JsonElement changes) =>
        TicketWork.TryUpdate(call, id, changes, out _, out var refusal) ? Done("update", id, "Updated") : Failed("update", id, refusal);

    private static JsonObject Done(string action, long id, string status) => new() { ["action"] = action, ["id"] = id, ["status"] = status, ["success"] = true };

    private static JsonObject Failed(string action, long id, TicketRefusal refusal) => new()
    {
        ["action"] = action,
        ["id"] = id,
        ["success"] = false,
        ["error"] = refusal == TicketRefusal.NotFound ? "TicketNotFound" : refusal == TicketRefusal.Conflict ? refusal.Error : $"Ticket{char.ToUpperInvariant(action[0])}{action[1..]}Failed",
        ["details"] = refusal.Description,
    };

    private static long IdOf(JsonElement values) =>
        values.TryGetProperty("id", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var id) ? id : 0;

    private static bool TryReadTickets(ZendeskCall call, [NotNullWhen(true)] out List<JsonElement>? tickets, [NotNullWhen(false)] out LocalResponse? refusal)
    {
        tickets = null;
        if (!ZendeskBody.TryRead(call.Request, out var body, out refusal))
        {
            return false;
        }

        tickets = body.TryGetProperty("tickets", out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
        refusal = tickets.Count is > 0 and <= MostAtOnce && tickets.TrueForAll(static ticket => ticket.ValueKind == JsonValueKind.Object)
            ? null
            : ZendeskError.BadRequest("Invalid attribute", $"The body has no array 'tickets' of 1 to {MostAtOnce} objects.");
        return refusal is null;
    }

    private delegate bool CreateOne(ZendeskCall call, JsonElement values, [NotNullWhen(true)] out LocalTicket? ticket, [NotNullWhen(false)] out TicketRefusal? refusal);
}
