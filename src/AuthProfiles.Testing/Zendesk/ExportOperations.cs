using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Incremental exports of tickets, those in the trash included: for administrators, and without what happened in the last minute.</summary>
internal static class ExportOperations
{
    private const int Largest = 1_000;

    private static readonly TimeSpan s_unseen = TimeSpan.FromMinutes(1);

    /// <summary>By a cursor, which goes on for ever: each ticket comes once for each of its changes.</summary>
    public static LocalResponse ByCursor(ZendeskCall call)
    {
        if (!TryBegin(call, out var start, out var size, out var refusal))
        {
            return refusal;
        }

        var from = start;
        if (call.Request.Query["cursor"] is { } cursor && !PagePosition.TryParse(cursor, out from))
        {
            return ZendeskError.BadRequest("Invalid attribute", "You passed an invalid value for the cursor attribute.");
        }

        var found = call.Account.Tickets.Changed(from, Until(call), size + 1);
        var page = found.GetRange(0, Math.Min(size, found.Count));
        var next = page.Count == 0 ? from : PositionOf(page[^1]);
        return LocalResponse.Json(HttpStatusCode.OK, new JsonObject
        {
            ["tickets"] = Tickets(call, page),
            ["after_url"] = ZendeskPage.Link(call, without: "start_time", ("cursor", next.ToCursor())),
            ["after_cursor"] = next.ToCursor(),
            ["before_url"] = null,
            ["before_cursor"] = null,
            ["end_of_stream"] = found.Count <= size,
        });
    }

    /// <summary>By time: a page begins at the second at which the one before ended, so the tickets of that second come again.</summary>
    public static LocalResponse ByTime(ZendeskCall call)
    {
        if (!TryBegin(call, out var from, out var size, out var refusal))
        {
            return refusal;
        }

        var (tickets, until) = (call.Account.Tickets, Until(call));
        var page = tickets.Changed(from, until, size);
        if (page.Count == size)
        {
            // Whole seconds, and one more than the page began with: else the next page would be the same again, and for ever.
            page.AddRange(RestOfSecond(tickets, page[^1]));
            if (PositionOf(page[^1]).Major == from.Major && tickets.Changed(PositionOf(page[^1]), until, 1) is [var later])
            {
                page.Add(later);
                page.AddRange(RestOfSecond(tickets, later));
            }
        }

        var end = page.Count == 0 ? from.Major : PositionOf(page[^1]).Major;
        return LocalResponse.Json(HttpStatusCode.OK, new JsonObject
        {
            ["tickets"] = Tickets(call, page),
            ["next_page"] = ZendeskPage.Link(call, ("start_time", end.ToString(CultureInfo.InvariantCulture))),
            ["count"] = page.Count,
            ["end_of_stream"] = tickets.Changed(new(end, long.MaxValue - 1), until, 1).Count == 0,
            ["end_time"] = end,
        });
    }

    private static long Until(ZendeskCall call) => (call.Now - s_unseen).ToUnixTimeSeconds();

    private static PagePosition PositionOf(LocalTicket ticket) => new(ticket.GeneratedAt.ToUnixTimeSeconds(), ticket.Id);

    private static List<LocalTicket> RestOfSecond(LocalTickets tickets, LocalTicket ticket) => tickets.Changed(PositionOf(ticket), PositionOf(ticket).Major, int.MaxValue);

    private static JsonArray Tickets(ZendeskCall call, List<LocalTicket> page) => new([.. page.Select(ticket => ZendeskJson.Ticket(ticket, call.Api))]);

    private static bool TryBegin(ZendeskCall call, [NotNullWhen(true)] out PagePosition? from, out int size, [NotNullWhen(false)] out LocalResponse? refusal)
    {
        (from, size, refusal) = (null, 0, null);
        if (call.Caller.User!.Role != LocalUsers.Admin)
        {
            refusal = ZendeskError.NotAllowed();
        }
        else if (!ZendeskPage.TryRead(call, "per_page", Largest, out size))
        {
            refusal = ZendeskError.BadPage("InvalidPaginationParameter", "invalid page", "per_page must be a positive number");
        }
        else if (call.Request.Query.Has("cursor"))
        {
            from = new(0, 0);
        }
        else if (!long.TryParse(call.Request.Query["start_time"], NumberStyles.None, CultureInfo.InvariantCulture, out var start))
        {
            refusal = ZendeskError.BadRequest("Invalid attribute", "You passed an invalid value for the start_time attribute.");
        }
        else if (start > Until(call))
        {
            refusal = ZendeskError.Answer(HttpStatusCode.UnprocessableEntity, "InvalidValue", "Too recent start_time. Use a start_time older than 60 seconds");
        }
        else
        {
            from = new(start, 0);
        }

        size = Math.Min(size, Largest);
        return refusal is null;
    }
}
