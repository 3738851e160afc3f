using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Views;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The views of one account that the user may use. Immutable and thread-safe; comes from <see cref="ZendeskClient.Views"/>.</summary>
/// <remarks>
/// A view is executed, listed, exported, previewed or counted 5 times a minute by one agent, whose clicks in Zendesk are counted too; what comes may be 10 minutes old. For what has changed
/// there is <see cref="ZendeskClient.Exports"/>. Only agents may. What the operations throw is told at <see cref="TicketsClient"/>.
/// </remarks>
public sealed class ViewsClient
{
    private static readonly ApiPath Root = ApiPath.Of("views");
    private static readonly ReadValue<View> One = Answer.Of<View>("view", ViewReader.Read);
    private static readonly ReadValue<IReadOnlyList<View>> Many = Answer.ListOf<View>("views", ViewReader.Read);
    private static readonly PageReader<View> Pages = new("views", ViewReader.Read);

    private readonly ZendeskTransport _transport;

    internal ViewsClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Walks through the views.</summary>
    /// <param name="filter">Which are wanted. The default is all.</param>
    /// <param name="options">The size of a page, and where to begin. By cursor they come in the order in which they were made; <see cref="PageOptions.IsNumbered"/> takes <c>alphabetical</c>, <c>created_at</c>, <c>updated_at</c> and <c>position</c> as the order.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The views, each once.</returns>
    public IAsyncEnumerable<View> ListAsync(ViewFilter? filter = null, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(filter).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the views.</summary>
    /// <param name="filter">Which are wanted. The default is all.</param>
    /// <param name="options">The size of the page, the order, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<View>> ListPageAsync(ViewFilter? filter = null, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(filter).PageAsync(options, cancellationToken);

    /// <summary>Walks through the views that are shown to agents, in the order in which they are shown.</summary>
    /// <param name="access">For whom they are. The default is any.</param>
    /// <param name="groupId">The id of the group whose views are wanted. The default is all.</param>
    /// <param name="options">The size of a page, where to begin, and the order (<c>alphabetical</c>, <c>created_at</c>, <c>updated_at</c>). The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The views. One that is made or moved while the pages are read moves others.</returns>
    public IAsyncEnumerable<View> ListActiveAsync(ViewAccess? access = null, long? groupId = null, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        new PagedList<View>(_transport, Root.Then("active").With("access", access?.Value).WithId("group_id", groupId), Pages, PageMode.NumberedOnly).ItemsAsync(options, cancellationToken);

    /// <summary>Reads the first 32 views, in short.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The views.</returns>
    public Task<IReadOnlyList<View>> ListCompactAsync(CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then("compact"), Many, cancellationToken);

    /// <summary>Reads one view.</summary>
    /// <param name="id">The view's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The view; one that does not exist is an error of kind <see cref="ZendeskErrorKind.NotFound"/>.</returns>
    public Task<View> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);

    /// <summary>Reads views by their ids, 100 in a request, one request after the other.</summary>
    /// <param name="ids">The ids; one that comes twice is asked for once.</param>
    /// <param name="isActive">Whether those are wanted that are shown to agents, or those that are not. The default is both.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The views that exist, in Zendesk's order.</returns>
    public Task<IReadOnlyList<View>> GetManyAsync(IEnumerable<long> ids, bool? isActive = null, CancellationToken cancellationToken = default) =>
        new ManyById<View>(_transport, Root.Then("show_many").With("active", isActive), Many).GetAsync(ids, cancellationToken);

    /// <summary>Finds views by their title.</summary>
    /// <param name="query">The text.</param>
    /// <param name="filter">Which are wanted. The default is all.</param>
    /// <param name="options">The size of a page, where to begin, and the order (<c>alphabetical</c>, <c>created_at</c>, <c>updated_at</c>, <c>position</c>). The default is those that fit best first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The views. One that is made or changed while the pages are read moves others.</returns>
    public IAsyncEnumerable<View> SearchAsync(string query, ViewFilter? filter = null, PageOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        return new PagedList<View>(_transport, Filtered(Root.Then("search").With("query", query), filter), Pages, PageMode.NumberedOnly).ItemsAsync(options, cancellationToken);
    }

    /// <summary>Counts the views.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count.</returns>
    public Task<RecordCount> CountAsync(CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then("count"), RecordCountReader.One, cancellationToken);

    /// <summary>Walks through the tickets of a view.</summary>
    /// <param name="id">The view's id.</param>
    /// <param name="options">The size of a page, where to begin, and the order: a column other than <c>subject</c> and <c>submitter</c>. The default is that of the view.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The tickets, each once. More than 5 pages in a minute wait, within <see cref="PageOptions.LongestWait"/>.</returns>
    public IAsyncEnumerable<Ticket> ListTicketsAsync(long id, PageOptions? options = null, CancellationToken cancellationToken = default) => Tickets(id).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the tickets of a view.</summary>
    /// <param name="id">The view's id.</param>
    /// <param name="options">The size of the page, the order, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Ticket>> ListTicketsPageAsync(long id, PageOptions? options = null, CancellationToken cancellationToken = default) => Tickets(id).PageAsync(options, cancellationToken);

    /// <summary>Walks through the rows of a view, as agents see them.</summary>
    /// <param name="id">The view's id.</param>
    /// <param name="options">The size of a page, where to begin, and the order: the title of a column, or the id of one of the account's own fields. The default is that of the view.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The rows. More than 5 pages in a minute wait, within <see cref="PageOptions.LongestWait"/>.</returns>
    public IAsyncEnumerable<ViewRow> ExecuteAsync(long id, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        new PagedList<ViewRow>(_transport, Execution(id), ViewResultReader.Rows, PageMode.CursorSortedBy).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of a view as agents see it: columns and rows.</summary>
    /// <param name="id">The view's id.</param>
    /// <param name="options">The size of the page, the order, and the <see cref="ViewResult.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<ViewResult> ExecutePageAsync(long id, PageOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = options ?? PageOptions.Default;
        var mode = PageMode.CursorSortedBy.For(asked);
        mode.Check(asked);
        var path = mode.Ask(Execution(id), asked).With("include", IncludeReader.Parameter(asked.Include));
        return _transport.GetAsync(path, (ref JsonSource json) => ViewResultReader.Page(ref json, mode, asked), cancellationToken);
    }

    /// <summary>Counts the tickets of a view.</summary>
    /// <param name="id">The view's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count, which may be old or still to come: see <see cref="ViewCount.IsFresh"/>.</returns>
    public Task<ViewCount> CountTicketsAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id).Then("count"), ViewCountReader.One, cancellationToken);

    /// <summary>Counts the tickets of views, each by itself, 6 times in 5 minutes.</summary>
    /// <param name="ids">At most 20 ids.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The counts of those views that the user may use. One that is not fresh or has no value is to be asked for again.</returns>
    public Task<IReadOnlyList<ViewCount>> CountManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default)
    {
        ViewChecks.Counts(ids);
        return _transport.GetAsync(Root.Then("count_many").WithIds(ids), ViewCountReader.Many, cancellationToken);
    }

    /// <summary>Has Zendesk write a view into a file of comma-separated values, in a job of its own.</summary>
    /// <param name="id">The view's id.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>How far it is.</returns>
    public Task<ViewExport> ExportAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id).Then("export"), ViewExportReader.One, cancellationToken);

    /// <summary>Tries a view out without making it.</summary>
    /// <param name="preview">The view.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first of its rows, and the columns.</returns>
    public Task<ViewResult> PreviewAsync(ViewPreview preview, CancellationToken cancellationToken = default)
    {
        ViewChecks.Preview(preview);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root.Then("preview"), JsonBody.Of("view", preview, ViewWriter.Preview)), ViewResultReader.Preview, cancellationToken);
    }

    /// <summary>Counts the tickets that a view would have.</summary>
    /// <param name="preview">The view.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count.</returns>
    public Task<ViewCount> PreviewCountAsync(ViewPreview preview, CancellationToken cancellationToken = default)
    {
        ViewChecks.Preview(preview);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root.Then("preview/count"), JsonBody.Of("view", preview, ViewWriter.Preview)), ViewCountReader.One, cancellationToken);
    }

    /// <summary>Creates a view. It is not repeated by itself: Zendesk knows no repetition of it.</summary>
    /// <param name="view">The view.</param>
    /// <param name="cancellationToken">Ends the wait; the view may have been created by then.</param>
    /// <returns>The view as Zendesk has it, with its id.</returns>
    public Task<View> CreateAsync(NewView view, CancellationToken cancellationToken = default)
    {
        ViewChecks.New(view);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root, JsonBody.Of("view", view, ViewWriter.Create)) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Changes a view.</summary>
    /// <param name="id">The view's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The view as it is now.</returns>
    public Task<View> UpdateAsync(long id, ViewUpdate update, CancellationToken cancellationToken = default)
    {
        ViewChecks.Update(update);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, Root.Then(id), JsonBody.Of("view", update, ViewWriter.Update)), One, cancellationToken);
    }

    /// <summary>Moves views, and shows or hides them.</summary>
    /// <param name="changes">At most 100 changes.</param>
    /// <param name="cancellationToken">Ends the wait; the changes may have been made by then.</param>
    /// <returns>The views as they are now.</returns>
    public Task<IReadOnlyList<View>> UpdateManyAsync(IReadOnlyList<ViewChange> changes, CancellationToken cancellationToken = default)
    {
        ViewChecks.Many(changes);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, Root.Then("update_many"), JsonBody.OfList("views", changes, ViewWriter.Change)), Many, cancellationToken);
    }

    /// <summary>Deletes a view; its tickets stay.</summary>
    /// <param name="id">The view's id.</param>
    /// <param name="cancellationToken">Ends the wait; the view may be gone by then.</param>
    /// <returns>A task that ends when the view is gone.</returns>
    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) => _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then(id)), cancellationToken);

    /// <summary>Deletes views; their tickets stay.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="cancellationToken">Ends the wait; the views may be gone by then.</param>
    /// <returns>A task that ends when the views are gone.</returns>
    public Task DeleteManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then("destroy_many").WithIds(ids)), cancellationToken);

    private static ApiPath Filtered(ApiPath path, ViewFilter? filter) =>
        filter is null ? path : path.With("access", filter.Access?.Value).With("active", filter.IsActive).WithId("group_id", filter.GroupId);

    private static ApiPath Execution(long id) => Root.Then(id).Then("execute");

    private PagedList<View> All(ViewFilter? filter) => new(_transport, Filtered(Root, filter), Pages, PageMode.Cursor);

    private PagedList<Ticket> Tickets(long id) => new(_transport, Root.Then(id).Then("tickets"), TicketAnswers.Pages, PageMode.CursorSortedBy);
}
