using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Problems, which are tickets of that type, and the incidents that have one as their cause.</summary>
internal static class ProblemOperations
{
    public static LocalResponse List(ZendeskCall call) => Tickets(call, call.Account.Tickets.Where(IsProblem));

    public static LocalResponse Incidents(ZendeskCall call) =>
        call.Account.Tickets.Find(call.Id) is not null ? Tickets(call, IncidentsOf(call)) : ZendeskError.RecordNotFound();

    /// <summary>Finds the problems whose subject has a text in it.</summary>
    public static LocalResponse Find(ZendeskCall call)
    {
        if (!ZendeskBody.TryRead(call.Request, out var body, out var refusal))
        {
            return refusal;
        }

        var text = body.TryGetProperty("text", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
        var found = call.Account.Tickets.Where(ticket => IsProblem(ticket) && (ticket.Subject ?? string.Empty).Contains(text, StringComparison.OrdinalIgnoreCase));
        return ZendeskPage.Whole("tickets", [.. found.Select(ticket => ZendeskJson.Ticket(ticket, call.Api))]);
    }

    /// <summary>What hangs on a ticket.</summary>
    public static LocalResponse Related(ZendeskCall call) => call.Account.Tickets.Find(call.Id) is null ? ZendeskError.RecordNotFound() : LocalResponse.Json(HttpStatusCode.OK, new JsonObject
    {
        ["topic_id"] = null,
        ["jira_issue_ids"] = new JsonArray(),
        ["followup_source_ids"] = new JsonArray(),
        ["from_archive"] = false,
        ["incidents"] = IncidentsOf(call).Count(),
    });

    private static bool IsProblem(LocalTicket ticket) => string.Equals(ticket.Type, "problem", StringComparison.Ordinal);

    private static IEnumerable<LocalTicket> IncidentsOf(ZendeskCall call)
    {
        var id = call.Id.ToString(CultureInfo.InvariantCulture);
        return call.Account.Tickets.Where(ticket => string.Equals(ticket.Others.GetValueOrDefault("problem_id"), id, StringComparison.Ordinal));
    }

    private static LocalResponse Tickets(ZendeskCall call, IEnumerable<LocalTicket> tickets) => ZendeskPage.Answer(call, "tickets", tickets, TicketOrder.Of, ticket => ZendeskJson.Ticket(ticket, call.Api));
}
