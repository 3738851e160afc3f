using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

internal static class TicketOperations
{
    private const int MostAtOnce = 100;

    public static LocalResponse List(ZendeskCall call) => ZendeskPage.Answer(call, "tickets", call.Account.Tickets, TicketOrder.Of, ticket => ZendeskJson.Ticket(ticket, call.Api));

    public static LocalResponse Count(ZendeskCall call) => LocalResponse.Json(HttpStatusCode.OK, ZendeskJson.Envelope("count", new JsonObject
    {
        ["value"] = call.Account.Tickets.Count,
        ["refreshed_at"] = ZendeskJson.Time(call.Now),
    }));

    /// <summary>Those of the ids that are there; the others are passed over in silence.</summary>
    public static LocalResponse ShowMany(ZendeskCall call)
    {
        var ids = new List<long>();
        foreach (var text in (call.Request.Query["ids"] ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                return ZendeskError.BadRequest("Invalid attribute", "You passed an invalid value for the ids attribute.");
            }

            ids.Add(id);
        }

        if (ids.Count is 0 or > MostAtOnce)
        {
            return ZendeskError.BadRequest("Invalid attribute", $"The ids attribute takes 1 to {MostAtOnce} ids.");
        }

        var found = ids.Distinct().Select(call.Account.Tickets.Find).OfType<LocalTicket>().ToList();
        return LocalResponse.Json(HttpStatusCode.OK, new JsonObject
        {
            ["tickets"] = new JsonArray([.. found.Select(ticket => ZendeskJson.Ticket(ticket, call.Api))]),
            ["next_page"] = null,
            ["previous_page"] = null,
            ["count"] = found.Count,
        });
    }

    public static LocalResponse Show(ZendeskCall call) =>
        call.Account.Tickets.Find(call.Id) is { } ticket ? Ticket(call, HttpStatusCode.OK, ticket, audited: false) : ZendeskError.RecordNotFound();

    public static LocalResponse Update(ZendeskCall call)
    {
        if (call.Account.Tickets.Find(call.Id) is not { } ticket)
        {
            return ZendeskError.RecordNotFound();
        }

        if (!ZendeskBody.TryRead(call.Request, "ticket", out var changes, out var refusal))
        {
            return refusal;
        }

        if (SafeUpdate.Refuse(ticket, changes) is { } conflict)
        {
            return conflict;
        }

        if (string.Equals(ticket.Status, "closed", StringComparison.Ordinal))
        {
            return ZendeskError.RecordInvalid("status", "InvalidValue", "Status: closed prevents ticket update");
        }

        var applied = new TicketChanges(call, changes);
        return applied.TryApply(ticket, out var changed, out refusal)
            ? Ticket(call, HttpStatusCode.OK, call.Account.Tickets.Update(applied.WithComment(changed)), audited: true)
            : refusal;
    }

    public static LocalResponse Delete(ZendeskCall call) =>
        call.Account.Tickets.Remove(call.Id) ? LocalResponse.Empty(HttpStatusCode.NoContent) : ZendeskError.RecordNotFound();

    public static LocalResponse Comments(ZendeskCall call) =>
        call.Account.Tickets.Find(call.Id) is { } ticket
            ? ZendeskPage.Answer(call, "comments", ticket.Comments, CommentOrder.Of, ZendeskJson.Comment)
            : ZendeskError.RecordNotFound();

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
