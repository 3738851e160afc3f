using AuthProfiles.Zendesk.Macros;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The macros of one account. Immutable and thread-safe; comes from <see cref="ZendeskClient.Macros"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class MacrosClient
{
    private readonly ZendeskTransport _transport;

    internal MacrosClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Walks through the macros that the user has; an administrator has all, those of other agents included.</summary>
    /// <param name="options">The size of a page, where to begin, and the order (<c>alphabetical</c>, <c>created_at</c>, <c>updated_at</c>, <c>usage_1h</c>, <c>usage_24h</c>, <c>usage_7d</c>, <c>usage_30d</c>). The default is pages of 100 by the alphabet.</param>
    /// <param name="filter">Which macros are wanted. The default is all.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The macros, each once.</returns>
    public IAsyncEnumerable<Macro> ListAsync(PageOptions? options = null, MacroFilter? filter = null, CancellationToken cancellationToken = default) => All(filter).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the macros that the user has.</summary>
    /// <param name="options">The size of the page, the order, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="filter">Which macros are wanted. The default is all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Macro>> ListPageAsync(PageOptions? options = null, MacroFilter? filter = null, CancellationToken cancellationToken = default) => All(filter).PageAsync(options, cancellationToken);

    /// <summary>Walks through the macros in use that the user has. The pages are numbered.</summary>
    /// <param name="options">The size of a page, where to begin, and the order. The default is pages of 100 by the alphabet.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The macros.</returns>
    public IAsyncEnumerable<Macro> ListActiveAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Numbered(MacroAnswers.Root.Then("active")).ItemsAsync(options, cancellationToken);

    /// <summary>Finds the macros whose title has a text in it. The pages are numbered.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">The size of a page, where to begin, and the order (<c>alphabetical</c>, <c>created_at</c>, <c>updated_at</c>, <c>position</c>). The default is pages of 100 by the alphabet.</param>
    /// <param name="filter">Which macros are wanted. The default is all.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The macros.</returns>
    public IAsyncEnumerable<Macro> SearchAsync(string text, PageOptions? options = null, MacroFilter? filter = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return Numbered(Filtered(MacroAnswers.Root.Then("search").With("query", text), filter)).ItemsAsync(options, cancellationToken);
    }

    /// <summary>Reads one macro.</summary>
    /// <param name="id">The macro's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The macro.</returns>
    public Task<Macro> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(MacroAnswers.Root.Then(id), MacroAnswers.One, cancellationToken);

    /// <summary>Creates a macro. It is not repeated by itself.</summary>
    /// <param name="macro">The macro.</param>
    /// <param name="cancellationToken">Ends the wait; the macro may have been created by then.</param>
    /// <returns>The macro as Zendesk has it, with its id.</returns>
    public Task<Macro> CreateAsync(NewMacro macro, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(macro);
        ArgumentException.ThrowIfNullOrWhiteSpace(macro.Title, nameof(macro));
        ArgumentOutOfRangeException.ThrowIfZero(macro.Actions.Count, nameof(macro));
        var body = JsonBody.Of("macro", macro, MacroWriter.Create);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, MacroAnswers.Root, body) { IsRepeatable = false }, MacroAnswers.One, cancellationToken);
    }

    /// <summary>Changes a macro.</summary>
    /// <param name="id">The macro's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The macro as it is now.</returns>
    public Task<Macro> UpdateAsync(long id, MacroUpdate update, CancellationToken cancellationToken = default)
    {
        UpdateCheck.ChangesSomething(update, nameof(update));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, MacroAnswers.Root.Then(id), JsonBody.Of("macro", update, MacroWriter.Update)), MacroAnswers.One, cancellationToken);
    }

    /// <summary>Switches macros on or off, or moves them.</summary>
    /// <param name="changes">At most 100 changes.</param>
    /// <param name="cancellationToken">Ends the wait; the changes may have been made by then.</param>
    /// <returns>The macros as they are now.</returns>
    public Task<IReadOnlyList<Macro>> UpdateManyAsync(IReadOnlyList<MacroChange> changes, CancellationToken cancellationToken = default)
    {
        RecordChecks.Many(changes, nameof(changes));
        RecordChecks.Ids(changes.Select(static change => change.Id), nameof(changes));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, MacroAnswers.Root.Then("update_many"), JsonBody.OfList("macros", changes, MacroWriter.Change)), MacroAnswers.Many, cancellationToken);
    }

    /// <summary>Deletes a macro.</summary>
    /// <param name="id">The macro's id.</param>
    /// <param name="cancellationToken">Ends the wait; the macro may have been deleted by then.</param>
    /// <returns>A task that ends when the macro is deleted.</returns>
    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) => _transport.SendAsync(new ApiRequest(HttpMethod.Delete, MacroAnswers.Root.Then(id)), cancellationToken);

    /// <summary>Deletes macros.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="cancellationToken">Ends the wait; the macros may have been deleted by then.</param>
    /// <returns>A task that ends when the macros are deleted.</returns>
    public Task DeleteManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, MacroAnswers.Root.Then("destroy_many").WithIds(ids)), cancellationToken);

    /// <summary>Reads what a macro would change on any ticket. It changes none: updating a ticket does.</summary>
    /// <param name="id">The macro's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The members that would change.</returns>
    public Task<MacroPreview> PreviewAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(MacroAnswers.Root.Then(id).Then("apply"), MacroAnswers.Preview, cancellationToken);

    /// <summary>Reads what a macro would make of a ticket, its placeholders filled in. It changes nothing: updating the ticket does.</summary>
    /// <param name="id">The macro's id.</param>
    /// <param name="ticketId">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ticket as it would be.</returns>
    public Task<MacroPreview> PreviewAsync(long id, long ticketId, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(TicketAnswers.Root.Then(ticketId).Then("macros").Then(id).Then("apply"), MacroAnswers.Preview, cancellationToken);

    /// <summary>Reads what macros can do, with the ways to do it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actions.</returns>
    public Task<IReadOnlyList<MacroActionDefinition>> ListActionsAsync(CancellationToken cancellationToken = default) =>
        _transport.GetAsync(MacroAnswers.Root.Then("actions"), MacroAnswers.Actions, cancellationToken);

    /// <summary>Reads what macros can do, with what each takes for a value.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The definitions.</returns>
    public Task<IReadOnlyList<MacroActionDefinition>> ListDefinitionsAsync(CancellationToken cancellationToken = default) =>
        _transport.GetAsync(MacroAnswers.Root.Then("definitions"), MacroAnswers.Definitions, cancellationToken);

    /// <summary>Reads the categories of macros that the user has.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The categories.</returns>
    public Task<IReadOnlyList<string>> ListCategoriesAsync(CancellationToken cancellationToken = default) =>
        _transport.GetAsync(MacroAnswers.Root.Then("categories"), MacroAnswers.Categories, cancellationToken);

    /// <summary>Reads which files a macro attaches.</summary>
    /// <param name="id">The macro's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The files.</returns>
    public Task<IReadOnlyList<MacroAttachment>> ListAttachmentsAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(MacroAnswers.Root.Then(id).Then("attachments"), MacroAnswers.Files, cancellationToken);

    /// <summary>Reads one file of a macro.</summary>
    /// <param name="attachmentId">The file's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The file, without its content.</returns>
    public Task<MacroAttachment> GetAttachmentAsync(long attachmentId, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(MacroAnswers.Root.Then("attachments").Then(attachmentId), MacroAnswers.File, cancellationToken);

    private static ApiPath Filtered(ApiPath path, MacroFilter? filter) => path
        .With("access", filter?.Access)
        .With("active", filter?.IsActive)
        .With("category", filter?.Category)
        .WithId("group_id", filter?.GroupId)
        .With("only_viewable", filter?.OnlyViewable);

    private PagedList<Macro> All(MacroFilter? filter) => new(_transport, Filtered(MacroAnswers.Root, filter), MacroAnswers.Pages, PageMode.CursorSortedBy);

    private PagedList<Macro> Numbered(ApiPath path) => new(_transport, path, MacroAnswers.Pages, PageMode.NumberedOnly);
}
