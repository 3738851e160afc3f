using System.Text.Json;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Merges tickets into one.</summary>
internal static class TicketMergers
{
    public static bool TryMerge(ZendeskCall call, IReadOnlyList<long> sources, JsonElement asked)
    {
        var tickets = call.Account.Tickets;
        var found = sources.Select(tickets.Find).OfType<LocalTicket>().ToList();
        if (tickets.Find(call.Id) is not { } target || found.Count < sources.Count || sources.Contains(call.Id) || found.Exists(static source => source.Status == "closed"))
        {
            return false;
        }

        foreach (var source in found)
        {
            tickets.Update(Noted(call, source, asked, "source") with { Status = "closed", Tags = TicketTags.Normalize([.. source.Tags, "closed_by_merge"]) });
        }

        tickets.Update(Noted(call, target, asked, "target"));
        return true;
    }

    private static LocalTicket Noted(ZendeskCall call, LocalTicket ticket, JsonElement asked, string side)
    {
        if (!asked.TryGetProperty(side + "_comment", out var comment) || comment.ValueKind != JsonValueKind.String || comment.GetString() is not { Length: > 0 } text)
        {
            return ticket;
        }

        var isPublic = asked.TryGetProperty(side + "_comment_is_public", out var value) && value.ValueKind == JsonValueKind.True;
        return ticket with { Comments = [.. ticket.Comments, call.Account.Tickets.NewComment(call.Caller.User!.Id, text, isPublic, call.Now)] };
    }
}
