using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>What can be done to one ticket, by a call of its own or as an item of a job.</summary>
internal static class TicketWork
{
    public static bool TryCreate(ZendeskCall call, JsonElement values, [NotNullWhen(true)] out LocalTicket? ticket, [NotNullWhen(false)] out TicketRefusal? refusal)
    {
        ticket = null;
        var changes = new TicketChanges(call, values);
        if (!changes.TryApply(new LocalTicket { RequesterId = call.Caller.User!.Id }, out var draft, out refusal))
        {
            return false;
        }

        if (changes.CommentBody is not { } description)
        {
            refusal = TicketRefusal.Invalid("base", "BlankValue", "Description: cannot be blank");
            return false;
        }

        ticket = call.Account.Tickets.Add(draft, description, changes.CommentIsPublic, changes.TakeFiles());
        return true;
    }

    public static bool TryUpdate(ZendeskCall call, long id, JsonElement values, [NotNullWhen(true)] out LocalTicket? changed, [NotNullWhen(false)] out TicketRefusal? refusal)
    {
        changed = null;
        if (call.Account.Tickets.Find(id) is not { } ticket)
        {
            refusal = TicketRefusal.NotFound;
            return false;
        }

        refusal = SafeUpdate.Refuse(ticket, values) ?? (IsClosed(ticket) ? TicketRefusal.Invalid("status", "InvalidValue", "Status: closed prevents ticket update") : null);
        if (refusal is not null)
        {
            return false;
        }

        var changes = new TicketChanges(call, values);
        if (!changes.TryApply(ticket, out var draft, out refusal))
        {
            return false;
        }

        changed = call.Account.Tickets.Update(changes.WithComment(draft));
        return true;
    }

    /// <summary>Creates a ticket of the past, with the times and comments that it has in another system.</summary>
    public static bool TryImport(ZendeskCall call, JsonElement values, [NotNullWhen(true)] out LocalTicket? ticket, [NotNullWhen(false)] out TicketRefusal? refusal)
    {
        ticket = null;
        var changes = new TicketChanges(call, values);
        if (!changes.TryApply(new LocalTicket { RequesterId = call.Caller.User!.Id }, out var draft, out refusal))
        {
            return false;
        }

        var comments = new ImportedComments(call, values).Read(draft.RequesterId);
        if (comments.Count == 0 && changes.CommentBody is null)
        {
            refusal = TicketRefusal.Invalid("base", "BlankValue", "Description: cannot be blank");
            return false;
        }

        ticket = call.Account.Tickets.Add(ImportedComments.WithTimes(draft, values, call.Now) with { Comments = comments }, changes.CommentBody ?? string.Empty);
        return true;
    }

    private static bool IsClosed(LocalTicket ticket) => string.Equals(ticket.Status, "closed", StringComparison.Ordinal);
}
