using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Suspended;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The messages of which one account's Zendesk made no tickets. Immutable and thread-safe; comes from <see cref="ZendeskClient.SuspendedTickets"/>.</summary>
/// <remarks>Zendesk keeps them for 14 days. Their ids are no tickets' ids. What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class SuspendedTicketsClient
{
    private static readonly ApiPath Root = ApiPath.Of("suspended_tickets");
    private static readonly ReadValue<SuspendedTicket> One = Answer.OfFirst<SuspendedTicket>("suspended_ticket", "suspended_tickets", SuspendedTicketReader.Read);
    private static readonly ReadValue<Ticket> Recovered = Answer.OfFirst<Ticket>("ticket", "tickets", TicketReader.Read);
    private static readonly ReadValue<SuspendedUpload> Upload = Answer.Of<SuspendedUpload>("upload", SuspendedUploadReader.Read);
    private static readonly PageReader<SuspendedTicket> Pages = new("suspended_tickets", SuspendedTicketReader.Read);

    private readonly ZendeskTransport _transport;

    internal SuspendedTicketsClient(ZendeskTransport transport) => _transport = transport;

    private PagedList<SuspendedTicket> All => new(_transport, Root, Pages, PageMode.CursorSortedBy);

    /// <summary>Walks through the suspended tickets.</summary>
    /// <param name="options">The size of a page, where to begin, and the order (<c>author_email</c>, <c>cause</c>, <c>created_at</c>, <c>subject</c>). The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The suspended tickets, each once.</returns>
    public IAsyncEnumerable<SuspendedTicket> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the suspended tickets.</summary>
    /// <param name="options">The size of the page, the order, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<SuspendedTicket>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.PageAsync(options, cancellationToken);

    /// <summary>Reads one suspended ticket.</summary>
    /// <param name="id">The suspended ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The suspended ticket.</returns>
    public Task<SuspendedTicket> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);

    /// <summary>Makes a ticket of a suspended one, whose requester is the user who calls, not who wrote it. <see cref="RecoverManyAsync"/> keeps who wrote it, of a single one too.</summary>
    /// <param name="id">The suspended ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait; the ticket may be there by then.</param>
    /// <returns>The ticket. Where Zendesk can't make one, that is an error of kind <see cref="ZendeskErrorKind.Invalid"/>.</returns>
    public Task<Ticket> RecoverAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, Root.Then(id).Then("recover")), Recovered, cancellationToken);

    /// <summary>Makes tickets of suspended ones; their requesters are who wrote them.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="cancellationToken">Ends the wait; the tickets may be there by then.</param>
    /// <returns>The tickets, and what could not be recovered.</returns>
    public Task<SuspendedRecovery> RecoverManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, Root.Then("recover_many").WithIds(ids)), SuspendedRecoveryReader.Read, cancellationToken);

    /// <summary>Deletes a suspended ticket for good.</summary>
    /// <param name="id">The suspended ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait; it may have been deleted by then.</param>
    /// <returns>A task that ends when it is deleted.</returns>
    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) => _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then(id)), cancellationToken);

    /// <summary>Deletes suspended tickets for good.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="cancellationToken">Ends the wait; they may have been deleted by then.</param>
    /// <returns>A task that ends when they are deleted.</returns>
    public Task DeleteManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then("destroy_many").WithIds(ids)), cancellationToken);

    /// <summary>Copies the files of a suspended ticket, so that they can be put on another ticket. It is not repeated by itself.</summary>
    /// <param name="id">The suspended ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait; the copies may be there by then.</param>
    /// <returns>The copies with their token.</returns>
    public Task<SuspendedUpload> CopyAttachmentsAsync(long id, CancellationToken cancellationToken = default) =>
        // The official description has the id among the parameters of the path, but not in the path: this is the one place it can have.
        _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root.Then(id).Then("attachments")) { IsRepeatable = false }, Upload, cancellationToken);

    /// <summary>Lets Zendesk write all suspended tickets, up to a million, into a file, to which the user gets a link by e-mail. It can be asked for once in a minute, and is not repeated by itself.</summary>
    /// <param name="cancellationToken">Ends the wait; the file may be under way by then.</param>
    /// <returns>A task that ends when Zendesk has begun.</returns>
    public Task ExportAsync(CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root.Then("export")) { IsRepeatable = false }, cancellationToken);
}
