using AuthProfiles.Zendesk.Fields;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The fields of the account's own that users or organizations have. Immutable and thread-safe; comes from <see cref="ZendeskClient.UserFields"/> or <see cref="ZendeskClient.OrganizationFields"/>.</summary>
/// <remarks>They seldom change: an application may keep what it has read. What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class RecordFieldsClient
{
    private readonly ZendeskTransport _transport;
    private readonly RecordFieldAnswers _answers;

    internal RecordFieldsClient(ZendeskTransport transport, RecordFieldAnswers answers)
    {
        _transport = transport;
        _answers = answers;
    }

    private PagedList<RecordField> All => new(_transport, _answers.Root, _answers.Pages, PageMode.Cursor);

    /// <summary>Walks through the fields.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The fields, each once.</returns>
    public IAsyncEnumerable<RecordField> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the fields.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<RecordField>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.PageAsync(options, cancellationToken);

    /// <summary>Reads one field.</summary>
    /// <param name="id">The field's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The field.</returns>
    public Task<RecordField> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(_answers.Root.Then(id), _answers.One, cancellationToken);
}
