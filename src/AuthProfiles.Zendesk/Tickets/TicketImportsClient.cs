using AuthProfiles.Zendesk.Jobs;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>Takes tickets over from another system, with their history and without telling anybody. Immutable and thread-safe; comes from <see cref="TicketsClient.Imports"/>.</summary>
/// <remarks>Only administrators may. What the operations throw is told at <see cref="TicketsClient"/>. No request is repeated by itself: Zendesk knows no repetition of an import.</remarks>
public sealed class TicketImportsClient
{
    private static readonly ApiPath Root = ApiPath.Of("imports/tickets");

    private readonly ZendeskTransport _transport;

    internal TicketImportsClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Imports a ticket.</summary>
    /// <param name="ticket">The ticket with its comments.</param>
    /// <param name="archiveImmediately">Whether a closed ticket goes to the archive at once; meant for large numbers.</param>
    /// <param name="cancellationToken">Ends the wait; the ticket may be there by then.</param>
    /// <returns>The ticket as Zendesk has it.</returns>
    public Task<Ticket> CreateAsync(TicketImport ticket, bool archiveImmediately = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        RecordChecks.Tags(ticket.Ticket.Tags, nameof(ticket));
        return _transport.SendAsync(Request(Root, archiveImmediately, JsonBody.Of("ticket", ticket, TicketImportWriter.Write)), TicketAnswers.One, cancellationToken);
    }

    /// <summary>Imports tickets.</summary>
    /// <param name="tickets">At most 100 tickets with their comments.</param>
    /// <param name="archiveImmediately">Whether closed tickets go to the archive at once; meant for large numbers.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job that does it.</returns>
    public Task<Job> CreateManyAsync(IReadOnlyList<TicketImport> tickets, bool archiveImmediately = false, CancellationToken cancellationToken = default)
    {
        RecordChecks.Many(tickets, nameof(tickets));
        foreach (var ticket in tickets)
        {
            RecordChecks.Tags(ticket.Ticket.Tags, nameof(tickets));
        }

        return _transport.SendAsync(Request(Root.Then("create_many"), archiveImmediately, JsonBody.OfList("tickets", tickets, TicketImportWriter.Write)), JobReader.One, cancellationToken);
    }

    private static ApiRequest Request(ApiPath path, bool archiveImmediately, ApiBody content) =>
        new(HttpMethod.Post, path.With("archive_immediately", archiveImmediately ? "true" : null), content) { IsRepeatable = false };
}
