using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tags;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The tags that one account uses. Immutable and thread-safe; comes from <see cref="ZendeskClient.Tags"/>.</summary>
/// <remarks>The tags of a ticket are at <see cref="TicketsClient.Tags"/>. What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class TagsClient
{
    private static readonly PageReader<Tag> Pages = new("tags", TagReader.Read);
    private static readonly ApiPath Root = ApiPath.Of("tags");

    private readonly ZendeskTransport _transport;

    internal TagsClient(ZendeskTransport transport) => _transport = transport;

    private PagedList<Tag> All => new(_transport, Root, Pages, PageMode.Cursor);

    /// <summary>Walks through the tags of the last 60 days, those used most first; Zendesk gives 20,000 at most.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The tags, each once.</returns>
    public IAsyncEnumerable<Tag> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the tags.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Tag>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.PageAsync(options, cancellationToken);

    /// <summary>Counts the tags made in the last 24 hours.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count.</returns>
    public Task<RecordCount> CountAsync(CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then("count"), RecordCountReader.One, cancellationToken);
}
