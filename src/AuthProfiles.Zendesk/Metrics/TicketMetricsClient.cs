using AuthProfiles.Zendesk.Metrics;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The metrics of one account's tickets. Immutable and thread-safe; comes from <see cref="ZendeskClient.TicketMetrics"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class TicketMetricsClient
{
    private static readonly ApiPath Root = ApiPath.Of("ticket_metrics");
    private static readonly ReadValue<TicketMetrics> One = Answer.OfFirst<TicketMetrics>("ticket_metric", "ticket_metrics", TicketMetricsReader.Read);
    private static readonly PageReader<TicketMetrics> Pages = new("ticket_metrics", TicketMetricsReader.Read);

    private readonly ZendeskTransport _transport;

    internal TicketMetricsClient(ZendeskTransport transport) => _transport = transport;

    private PagedList<TicketMetrics> All => new(_transport, Root, Pages, PageMode.Cursor);

    /// <summary>Walks through the metrics of all tickets, newest ticket first, archived ones excepted.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The metrics, each once.</returns>
    public IAsyncEnumerable<TicketMetrics> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the metrics of all tickets.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<TicketMetrics>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.PageAsync(options, cancellationToken);

    /// <summary>Reads metrics by their own id.</summary>
    /// <param name="id">The id of the metrics, which is not the ticket's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The metrics.</returns>
    public Task<TicketMetrics> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);

    /// <summary>Reads the metrics of a ticket.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The metrics.</returns>
    public Task<TicketMetrics> GetForTicketAsync(long ticketId, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(TicketAnswers.Root.Then(ticketId).Then("metrics"), One, cancellationToken);
}
