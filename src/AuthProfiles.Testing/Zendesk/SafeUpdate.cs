using System.Text.Json;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Refuses a change that was made in ignorance of a later one: <c>safe_update</c> with the <c>updated_stamp</c> that the caller knows.</summary>
internal static class SafeUpdate
{
    public static TicketRefusal? Refuse(LocalTicket ticket, JsonElement changes)
    {
        // The documentation has a boolean for tickets and a string for tags.
        if (!changes.TryGetProperty("safe_update", out var safe) || safe.ToString() is not ("True" or "true"))
        {
            return null;
        }

        if (!changes.TryGetProperty("updated_stamp", out var stamp) || stamp.ValueKind != JsonValueKind.String || !stamp.TryGetDateTimeOffset(out var known))
        {
            return TicketRefusal.Invalid("updated_stamp", "BlankValue", "Updated stamp: needed for a safe update");
        }

        return known.ToUnixTimeSeconds() < ticket.UpdatedAt.ToUnixTimeSeconds() ? TicketRefusal.Conflict : null;
    }
}
