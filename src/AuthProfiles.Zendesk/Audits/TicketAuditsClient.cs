using AuthProfiles.Zendesk.Audits;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The audits of one account's tickets: who did what when. Immutable and thread-safe; comes from <see cref="ZendeskClient.TicketAudits"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class TicketAuditsClient
{
    private static readonly ApiPath Root = ApiPath.Of("ticket_audits");
    private static readonly ReadValue<TicketAudit> One = Answer.Of<TicketAudit>("audit", TicketAuditReader.Read);
    private static readonly PageReader<TicketAudit> Pages = new("audits", TicketAuditReader.Read);
    private static readonly AuditPages Mode = new();

    private readonly ZendeskTransport _transport;

    internal TicketAuditsClient(ZendeskTransport transport) => _transport = transport;

    private PagedList<TicketAudit> All => new(_transport, Root, Pages, Mode);

    /// <summary>Walks through the audits of all tickets, archived ones excepted. Only administrators may.</summary>
    /// <remarks>It is for looking back: followed for what is new, it skips audits. <see cref="ZendeskClient.Exports"/> is for that.</remarks>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first. The list takes no order.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The audits, each once.</returns>
    public IAsyncEnumerable<TicketAudit> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the audits of all tickets.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100. The list takes no order.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<TicketAudit>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.PageAsync(options, cancellationToken);

    /// <summary>Walks through the audits of a ticket, archived or not, oldest first.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    /// <param name="options">The size of a page, where to begin, and the order (<c>created_at</c> or <c>-created_at</c>). The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The audits, each once.</returns>
    public IAsyncEnumerable<TicketAudit> ListForTicketAsync(long ticketId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        OfTicket(ticketId).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the audits of a ticket.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    /// <param name="options">The size of the page, the order, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<TicketAudit>> ListForTicketPageAsync(long ticketId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        OfTicket(ticketId).PageAsync(options, cancellationToken);

    /// <summary>Reads one audit.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    /// <param name="id">The audit's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The audit.</returns>
    public Task<TicketAudit> GetAsync(long ticketId, long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Path(ticketId).Then(id), One, cancellationToken);

    /// <summary>Counts the audits of a ticket.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count.</returns>
    public Task<RecordCount> CountAsync(long ticketId, CancellationToken cancellationToken = default) => _transport.GetAsync(Path(ticketId).Then("count"), RecordCountReader.One, cancellationToken);

    /// <summary>Hides the comment of an audit from the requester, for good.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    /// <param name="id">The audit's id.</param>
    /// <param name="cancellationToken">Ends the wait; the comment may be hidden by then.</param>
    /// <returns>A task that ends when the comment is hidden.</returns>
    public Task MakePrivateAsync(long ticketId, long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, Path(ticketId).Then(id).Then("make_private")), cancellationToken);

    private static ApiPath Path(long ticketId) => TicketAnswers.Root.Then(ticketId).Then("audits");

    private PagedList<TicketAudit> OfTicket(long ticketId) => new(_transport, Path(ticketId), Pages, PageMode.Cursor);
}
