using AuthProfiles.Zendesk.Fields;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The options of single drop-downs and multi-selects. Immutable and thread-safe; comes from <see cref="TicketFieldsClient.Options"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class TicketFieldOptionsClient
{
    private static readonly ReadValue<FieldOption> One = Answer.Of<FieldOption>("custom_field_option", FieldOptionReader.Read);
    private static readonly PageReader<FieldOption> Pages = new("custom_field_options", FieldOptionReader.Read);

    private readonly ZendeskTransport _transport;

    internal TicketFieldOptionsClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Walks through the options of a field.</summary>
    /// <param name="fieldId">The field's id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The options, each once.</returns>
    public IAsyncEnumerable<FieldOption> ListAsync(long fieldId, PageOptions? options = null, CancellationToken cancellationToken = default) => All(fieldId).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the options of a field.</summary>
    /// <param name="fieldId">The field's id.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<FieldOption>> ListPageAsync(long fieldId, PageOptions? options = null, CancellationToken cancellationToken = default) => All(fieldId).PageAsync(options, cancellationToken);

    /// <summary>Reads one option.</summary>
    /// <param name="fieldId">The field's id.</param>
    /// <param name="id">The option's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The option.</returns>
    public Task<FieldOption> GetAsync(long fieldId, long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Path(fieldId).Then(id), One, cancellationToken);

    /// <summary>Creates an option, or changes the one whose <see cref="NewFieldOption.Id"/> is given. Zendesk takes 100 in a minute. It is not repeated by itself.</summary>
    /// <param name="fieldId">The field's id.</param>
    /// <param name="option">The option.</param>
    /// <param name="cancellationToken">Ends the wait; the option may be there by then.</param>
    /// <returns>The option as Zendesk has it, with its id.</returns>
    public Task<FieldOption> CreateOrUpdateAsync(long fieldId, NewFieldOption option, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(option);
        ArgumentException.ThrowIfNullOrWhiteSpace(option.Name, nameof(option));
        ArgumentException.ThrowIfNullOrWhiteSpace(option.Value, nameof(option));
        var body = JsonBody.Of("custom_field_option", option, FieldOptionWriter.Write);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Path(fieldId), body) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Deletes an option, and its value on all tickets with it.</summary>
    /// <param name="fieldId">The field's id.</param>
    /// <param name="id">The option's id.</param>
    /// <param name="cancellationToken">Ends the wait; the option may have been deleted by then.</param>
    /// <returns>A task that ends when the option is deleted.</returns>
    public Task DeleteAsync(long fieldId, long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Path(fieldId).Then(id)), cancellationToken);

    private static ApiPath Path(long fieldId) => TicketFieldsClient.Root.Then(fieldId).Then("options");

    private PagedList<FieldOption> All(long fieldId) => new(_transport, Path(fieldId), Pages, PageMode.Cursor);
}
