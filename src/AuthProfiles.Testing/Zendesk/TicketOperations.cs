using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

internal static class TicketOperations
{
    private const int MostAtOnce = 100;

    public static LocalResponse List(ZendeskCall call)
    {
        var tickets = call.Account.Tickets;
        Func<LocalTicket, JsonNode> toJson = ticket => ZendeskJson.Ticket(ticket, call.Api);
        if (call.Request.Query["external_id"] is { } externalId)
        {
            return ZendeskPage.Answer(call, "tickets", tickets.Where(ticket => string.Equals(ticket.ExternalId, externalId, StringComparison.Ordinal)), TicketOrder.Of, toJson);
        }

        // In the order of the ids, as walks of all tickets go, nothing needs to be sorted.
        return ZendeskPage.IsByCursor(call) && call.Request.Query["sort"] is null or "id"
            ? ZendeskPage.ByCursor(call, "tickets", static ticket => new(ticket.Id, 0), (after, count) => tickets.After(after?.Major ?? 0, count), toJson)
            : ZendeskPage.Answer(call, "tickets", tickets, TicketOrder.Of, toJson);
    }

    public static LocalResponse Count(ZendeskCall call) => ZendeskJson.Count(call, call.Account.Tickets.Count);

    /// <summary>Those of the ids that are there; the others are passed over in silence.</summary>
    public static LocalResponse ShowMany(ZendeskCall call)
    {
        if (!TicketIds.TryRead(call, MostAtOnce, out var ids, out var refusal))
        {
            return refusal;
        }

        return ZendeskPage.Whole("tickets", [.. ids.Distinct().Select(call.Account.Tickets.Find).OfType<LocalTicket>().Select(ticket => ZendeskJson.Ticket(ticket, call.Api))]);
    }

    public static LocalResponse Show(ZendeskCall call) =>
        call.Account.Tickets.Find(call.Id) is { } ticket ? Ticket(call, HttpStatusCode.OK, ticket, audited: false) : ZendeskError.RecordNotFound();

    public static LocalResponse Update(ZendeskCall call)
    {
        if (call.Account.Tickets.Find(call.Id) is null)
        {
            return ZendeskError.RecordNotFound();
        }

        if (!ZendeskBody.TryRead(call.Request, "ticket", out var changes, out var refusal))
        {
            return refusal;
        }

        return TicketWork.TryUpdate(call, call.Id, changes, out var changed, out var refused) ? Ticket(call, HttpStatusCode.OK, changed, audited: true) : refused.ToResponse();
    }

    public static LocalResponse Import(ZendeskCall call)
    {
        if (!ZendeskBody.TryRead(call.Request, "ticket", out var values, out var refusal))
        {
            return refusal;
        }

        return TicketWork.TryImport(call, values, out var ticket, out var refused) ? Ticket(call, HttpStatusCode.Created, ticket, audited: false) : refused.ToResponse();
    }

    public static LocalResponse Delete(ZendeskCall call) =>
        call.Account.Tickets.Delete(call.Id, call.Caller.User!) ? LocalResponse.Empty(HttpStatusCode.NoContent) : ZendeskError.RecordNotFound();

    public static LocalResponse MarkAsSpam(ZendeskCall call) =>
        call.Account.Tickets.Delete(call.Id, call.Caller.User!) ? LocalResponse.Json(HttpStatusCode.OK, JsonValue.Create(string.Empty)) : ZendeskError.RecordNotFound();

    public static LocalResponse Ticket(ZendeskCall call, HttpStatusCode status, LocalTicket ticket, bool audited)
    {
        var body = ZendeskJson.Envelope("ticket", ZendeskJson.Ticket(ticket, call.Api));
        if (audited)
        {
            body["audit"] = new JsonObject
            {
                ["id"] = ticket.Comments[^1].Id + 1,
                ["ticket_id"] = ticket.Id,
                ["author_id"] = call.Caller.User!.Id,
                ["created_at"] = ZendeskJson.Time(ticket.UpdatedAt),
                ["events"] = new JsonArray(),
            };
        }

        return LocalResponse.Json(status, body);
    }
}
