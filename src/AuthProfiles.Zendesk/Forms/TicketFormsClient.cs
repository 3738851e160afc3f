using AuthProfiles.Zendesk.Forms;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The ticket forms of one account. Immutable and thread-safe; comes from <see cref="ZendeskClient.TicketForms"/>.</summary>
/// <remarks>They seldom change: an application may keep what it has read. Only administrators change them. What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class TicketFormsClient
{
    private static readonly ApiPath Root = ApiPath.Of("ticket_forms");
    private static readonly ReadValue<TicketForm> One = Answer.Of<TicketForm>("ticket_form", TicketFormReader.Read);
    private static readonly ReadValue<IReadOnlyList<TicketForm>> Many = Answer.ListOf<TicketForm>("ticket_forms", TicketFormReader.Read);
    private static readonly PageReader<TicketForm> Pages = new("ticket_forms", TicketFormReader.Read);

    private readonly ZendeskTransport _transport;

    internal TicketFormsClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Walks through the forms. End users see those for them only.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="filter">Which forms are wanted. The default is all.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The forms, each once.</returns>
    public IAsyncEnumerable<TicketForm> ListAsync(PageOptions? options = null, TicketFormFilter? filter = null, CancellationToken cancellationToken = default) =>
        All(filter).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the forms.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="filter">Which forms are wanted. The default is all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<TicketForm>> ListPageAsync(PageOptions? options = null, TicketFormFilter? filter = null, CancellationToken cancellationToken = default) =>
        All(filter).PageAsync(options, cancellationToken);

    /// <summary>Reads one form.</summary>
    /// <param name="id">The form's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The form.</returns>
    public Task<TicketForm> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);

    /// <summary>Reads forms by their ids.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="filter">Which of them are wanted. The default is all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The forms that exist.</returns>
    public Task<IReadOnlyList<TicketForm>> GetManyAsync(IReadOnlyCollection<long> ids, TicketFormFilter? filter = null, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(Filtered(Root.Then("show_many").WithIds(ids), filter), Many, cancellationToken);

    /// <summary>Creates a form. It is not repeated by itself.</summary>
    /// <param name="form">The form.</param>
    /// <param name="cancellationToken">Ends the wait; the form may have been created by then.</param>
    /// <returns>The form as Zendesk has it, with its id.</returns>
    public Task<TicketForm> CreateAsync(NewTicketForm form, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentException.ThrowIfNullOrWhiteSpace(form.Name, nameof(form));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root, JsonBody.Of("ticket_form", form, TicketFormWriter.Create)) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Changes a form.</summary>
    /// <param name="id">The form's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The form as it is now.</returns>
    public Task<TicketForm> UpdateAsync(long id, TicketFormUpdate update, CancellationToken cancellationToken = default)
    {
        UpdateCheck.ChangesSomething(update, nameof(update));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, Root.Then(id), JsonBody.Of("ticket_form", update, TicketFormWriter.Update)), One, cancellationToken);
    }

    /// <summary>Deletes a form.</summary>
    /// <param name="id">The form's id.</param>
    /// <param name="cancellationToken">Ends the wait; the form may have been deleted by then.</param>
    /// <returns>A task that ends when the form is deleted.</returns>
    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) => _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then(id)), cancellationToken);

    /// <summary>Creates a form that is like another. It is not repeated by itself.</summary>
    /// <param name="id">The id of the other.</param>
    /// <param name="cancellationToken">Ends the wait; the form may have been created by then.</param>
    /// <returns>The new form.</returns>
    public Task<TicketForm> CloneAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root.Then(id).Then("clone")) { IsRepeatable = false }, One, cancellationToken);

    /// <summary>Puts the forms into an order.</summary>
    /// <param name="ids">The ids in their order.</param>
    /// <param name="cancellationToken">Ends the wait; the order may be another by then.</param>
    /// <returns>The forms in their order.</returns>
    public Task<IReadOnlyList<TicketForm>> ReorderAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfZero(ids.Count, nameof(ids));
        RecordChecks.Ids(ids, nameof(ids));
        var body = JsonBody.Of(ids, static (writer, ids) => JsonWriting.Ids(writer, "ticket_form_ids"u8, ids));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, Root.Then("reorder"), body), Many, cancellationToken);
    }

    private static ApiPath Filtered(ApiPath path, TicketFormFilter? filter) => path
        .With("active", filter?.IsActive)
        .With("end_user_visible", filter?.IsEndUserVisible)
        .With("associated_to_brand", filter?.IsOfBrand)
        .With("fallback_to_default", filter?.FallsBackToDefault);

    private PagedList<TicketForm> All(TicketFormFilter? filter) => new(_transport, Filtered(Root, filter), Pages, PageMode.Cursor);
}
