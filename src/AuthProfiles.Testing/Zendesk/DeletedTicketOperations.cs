using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Tickets in the trash: looked at, taken out of it, or deleted for good.</summary>
internal static class DeletedTicketOperations
{
    private const int MostAtOnce = 100;

    /// <summary>In the older words for its order, as the official description has it.</summary>
    public static LocalResponse List(ZendeskCall call) => DeletionOrder.Of(call.Request.Query["sort_by"], call.Request.Query["sort_order"]) is { } position
        ? ZendeskPage.InOrder(call, "deleted_tickets", call.Account.Tickets.Deletions(), position, ToJson)
        : ZendeskError.BadPage("InvalidPaginationParameter", "invalid sort", "sort_by is not one of the orders of this list");

    public static LocalResponse Restore(ZendeskCall call) => call.Account.Tickets.Restore(call.Id) ? Nothing() : ZendeskError.RecordNotFound();

    public static LocalResponse RestoreMany(ZendeskCall call)
    {
        if (!TicketIds.TryRead(call, MostAtOnce, out var ids, out var refusal))
        {
            return refusal;
        }

        foreach (var id in ids)
        {
            call.Account.Tickets.Restore(id);
        }

        return Nothing();
    }

    /// <summary>Deletes a ticket for good; the job has no results, since nothing is left to tell of.</summary>
    public static LocalResponse Forget(ZendeskCall call) =>
        call.Account.Tickets.FindDeletion(call.Id) is not null ? Forget(call, [call.Id]) : ZendeskError.RecordNotFound();

    public static LocalResponse ForgetMany(ZendeskCall call) => TicketIds.TryRead(call, MostAtOnce, out var ids, out var refusal) ? Forget(call, ids) : refusal;

    private static LocalResponse Forget(ZendeskCall call, IReadOnlyList<long> ids) => JobOperations.Begin(call, "Permanently Delete Tickets", ids.Count, _ =>
    {
        foreach (var id in ids)
        {
            call.Account.Tickets.Forget(id);
        }

        return null;
    });

    private static LocalResponse Nothing() => LocalResponse.Json(HttpStatusCode.OK, JsonValue.Create(string.Empty));

    private static JsonObject ToJson(LocalDeletion deletion) => new()
    {
        ["id"] = deletion.Ticket.Id,
        ["subject"] = deletion.Ticket.Subject,
        ["actor"] = new JsonObject { ["id"] = deletion.Actor.Id, ["name"] = deletion.Actor.Name },
        ["deleted_at"] = ZendeskJson.Time(deletion.At),
        ["previous_state"] = deletion.Ticket.Status,
    };
}
