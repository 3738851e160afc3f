using AuthProfiles.Zendesk.Jobs;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The deleted tickets of one account. Immutable and thread-safe; comes from <see cref="TicketsClient.Deleted"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class DeletedTicketsClient
{
    private static readonly PageReader<DeletedTicket> Pages = new("deleted_tickets", DeletedTicketReader.Read);
    private static readonly ApiPath Root = ApiPath.Of("deleted_tickets");

    private readonly ZendeskTransport _transport;

    internal DeletedTicketsClient(ZendeskTransport transport) => _transport = transport;

    private PagedList<DeletedTicket> All => new(_transport, Root, Pages, PageMode.CursorSortedBy);

    /// <summary>Walks through the tickets deleted in the last 30 days.</summary>
    /// <param name="options">The size of a page, where to begin, and the order (<c>id</c>, <c>subject</c>, <c>deleted_at</c>). The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The tickets, each once.</returns>
    public IAsyncEnumerable<DeletedTicket> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the tickets deleted in the last 30 days.</summary>
    /// <param name="options">The size of the page, the order, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<DeletedTicket>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.PageAsync(options, cancellationToken);

    /// <summary>Restores a ticket.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait; the ticket may be back by then.</param>
    /// <returns>A task that ends when the ticket is back.</returns>
    public Task RestoreAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, Root.Then(id).Then("restore")), cancellationToken);

    /// <summary>Restores tickets.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="cancellationToken">Ends the wait; the tickets may be back by then.</param>
    /// <returns>A task that ends when the tickets are back.</returns>
    public Task RestoreManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, Root.Then("restore_many").WithIds(ids)), cancellationToken);

    /// <summary>Deletes a deleted ticket for good.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job that does it, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> DeletePermanentlyAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then(id)), JobReader.One, cancellationToken);

    /// <summary>Deletes deleted tickets for good.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job that does it, which tells of all in one (<see cref="Job.Succeeded"/>).</returns>
    public Task<Job> DeletePermanentlyManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then("destroy_many").WithIds(ids)), JobReader.One, cancellationToken);
}
