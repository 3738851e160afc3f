using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>What has changed in one account since a time, deleted and archived records included. Immutable and thread-safe; comes from <see cref="ZendeskClient.Exports"/>.</summary>
/// <remarks>
/// Only administrators may, and 10 times in a minute. Keep the <see cref="Page{T}.Checkpoint"/> of the last page: given as <see cref="PageOptions.After"/>
/// it goes on from there on another day. What the operations throw is told at <see cref="TicketsClient"/>.
/// </remarks>
public sealed class ExportsClient
{
    private static readonly ApiPath Root = ApiPath.Of("incremental");

    private readonly ZendeskTransport _transport;

    internal ExportsClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Walks through the tickets that changed since a time, to the last change there is.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the time.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The tickets, in the order of their changes. One that changes meanwhile comes again.</returns>
    public IAsyncEnumerable<Ticket> TicketsAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ByCursor(since).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the tickets that changed since a time.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> or <see cref="Page{T}.Checkpoint"/> of the one before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page, with the place to go on from.</returns>
    public Task<Page<Ticket>> TicketsPageAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ByCursor(since).PageAsync(options, cancellationToken);

    /// <summary>Reads one page of the tickets that changed since a time, in the older way: the place is the time that the page reaches, and tickets at that time come again.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> or <see cref="Page{T}.Checkpoint"/> of the one before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page, with the time to go on from.</returns>
    public Task<Page<Ticket>> TicketsByTimePageAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        new PagedList<Ticket>(_transport, Root.Then("tickets"), TicketAnswers.Pages, new TimePages(since)).PageAsync(options, cancellationToken);

    private PagedList<Ticket> ByCursor(DateTimeOffset since) => new(_transport, Root.Then("tickets/cursor"), TicketAnswers.Pages, new ExportPages(since));
}
