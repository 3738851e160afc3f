using AuthProfiles.Zendesk;

namespace Quickstart.Steps;

/// <summary>Step 2: page through the tickets, and keep the open ones that were not triaged before.</summary>
internal sealed class ReadTickets(ZendeskClient zendesk)
{
    private static readonly PageOptions SmallPages = new() { PageSize = 15 };

    public async Task<IReadOnlyList<Ticket>> RunAsync(string tenant, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine($"2. Read the open tickets of {tenant}");
        var (open, read) = (new List<Ticket>(), 0);
        await foreach (var ticket in zendesk.For(tenant).Tickets.ListAsync(SmallPages, cancellationToken))
        {
            read++;
            if (IsOpen(ticket) && !ticket.Tags.Contains(Note.DoneTag))
            {
                open.Add(ticket);
            }
        }

        Console.WriteLine($"  {read} tickets in pages of {SmallPages.PageSize}, {open.Count} of them open and not triaged yet");
        return open;
    }

    private static bool IsOpen(Ticket ticket) => ticket.Status != TicketStatus.Solved && ticket.Status != TicketStatus.Closed;
}
