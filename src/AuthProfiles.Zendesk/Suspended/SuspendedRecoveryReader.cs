using System.Text.Json;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Suspended;

/// <summary>Reads what became of suspended tickets.</summary>
internal static class SuspendedRecoveryReader
{
    public static SuspendedRecovery Read(ref JsonSource json)
    {
        IReadOnlyList<Ticket>? tickets = null;
        IReadOnlyList<SuspendedTicket>? failed = null;
        json.ExpectObject();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("tickets"u8))
            {
                tickets = json.List(TicketReader.Read);
            }
            else if (name.SequenceEqual("suspended_tickets"u8))
            {
                failed = json.List(SuspendedTicketReader.Read);
            }
            else
            {
                json.Skip();
            }
        }

        return tickets is null && failed is null ? throw new JsonException("The answer has neither 'tickets' nor 'suspended_tickets'.") : new SuspendedRecovery(tickets ?? [], failed ?? []);
    }
}
