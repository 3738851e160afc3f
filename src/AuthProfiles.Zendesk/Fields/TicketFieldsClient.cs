using AuthProfiles.Zendesk.Fields;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The fields that tickets of one account have. Immutable and thread-safe; comes from <see cref="ZendeskClient.TicketFields"/>.</summary>
/// <remarks>They seldom change: an application may keep what it has read. Only administrators change them. What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class TicketFieldsClient
{
    private static readonly ReadValue<TicketField> One = Answer.Of<TicketField>("ticket_field", TicketFieldReader.Read);
    private static readonly PageReader<TicketField> Pages = new("ticket_fields", TicketFieldReader.Read);

    private readonly ZendeskTransport _transport;

    internal TicketFieldsClient(ZendeskTransport transport)
    {
        _transport = transport;
        Options = new TicketFieldOptionsClient(transport);
    }

    /// <summary>Gets the options of single drop-downs and multi-selects.</summary>
    public TicketFieldOptionsClient Options { get; }

    internal static ApiPath Root { get; } = ApiPath.Of("ticket_fields");

    /// <summary>Walks through the fields, Zendesk's and the account's own, by their ids. End users see those of the portal only.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="withCreator">Whether <see cref="TicketField.CreatorId"/> and <see cref="TicketField.CreatorApp"/> are asked for.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The fields, each once.</returns>
    public IAsyncEnumerable<TicketField> ListAsync(PageOptions? options = null, bool withCreator = false, CancellationToken cancellationToken = default) =>
        All(withCreator).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the fields.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="withCreator">Whether <see cref="TicketField.CreatorId"/> and <see cref="TicketField.CreatorApp"/> are asked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<TicketField>> ListPageAsync(PageOptions? options = null, bool withCreator = false, CancellationToken cancellationToken = default) =>
        All(withCreator).PageAsync(options, cancellationToken);

    /// <summary>Reads one field.</summary>
    /// <param name="id">The field's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The field.</returns>
    public Task<TicketField> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);

    /// <summary>Counts the fields.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count.</returns>
    public Task<RecordCount> CountAsync(CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then("count"), RecordCountReader.One, cancellationToken);

    /// <summary>Creates a field. It is not repeated by itself.</summary>
    /// <param name="field">The field.</param>
    /// <param name="cancellationToken">Ends the wait; the field may have been created by then.</param>
    /// <returns>The field as Zendesk has it, with its id.</returns>
    public Task<TicketField> CreateAsync(NewTicketField field, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentException.ThrowIfNullOrWhiteSpace(field.Title, nameof(field));
        ArgumentException.ThrowIfNullOrWhiteSpace(field.Type.Value, nameof(field));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root, JsonBody.Of("ticket_field", field, TicketFieldWriter.Create)) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Changes a field.</summary>
    /// <param name="id">The field's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The field as it is now.</returns>
    public Task<TicketField> UpdateAsync(long id, TicketFieldUpdate update, CancellationToken cancellationToken = default)
    {
        UpdateCheck.ChangesSomething(update, nameof(update));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, Root.Then(id), JsonBody.Of("ticket_field", update, TicketFieldWriter.Update)), One, cancellationToken);
    }

    /// <summary>Deletes a field of the account's own, and its values on all tickets with it.</summary>
    /// <param name="id">The field's id.</param>
    /// <param name="cancellationToken">Ends the wait; the field may have been deleted by then.</param>
    /// <returns>A task that ends when the field is deleted.</returns>
    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) => _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then(id)), cancellationToken);

    /// <summary>Puts fields into the first places.</summary>
    /// <param name="ids">The ids in their order; the fields that are not named come after.</param>
    /// <param name="cancellationToken">Ends the wait; the order may be another by then.</param>
    /// <returns>A task that ends when the order is made.</returns>
    public Task ReorderAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfZero(ids.Count, nameof(ids));
        RecordChecks.Ids(ids, nameof(ids));
        var body = JsonBody.Of(ids, static (writer, ids) => JsonWriting.Ids(writer, "ticket_field_ids"u8, ids));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, Root.Then("reorder"), body), cancellationToken);
    }

    private PagedList<TicketField> All(bool withCreator) => new(_transport, Root.With("creator", withCreator ? "true" : null), Pages, PageMode.Cursor);
}
