using AuthProfiles.Zendesk.Brands;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The brands of one account. Immutable and thread-safe; comes from <see cref="ZendeskClient.Brands"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class BrandsClient
{
    private static readonly ApiPath Root = ApiPath.Of("brands");
    private static readonly ReadValue<Brand> One = Answer.Of<Brand>("brand", BrandReader.Read);
    private static readonly PageReader<Brand> Pages = new("brands", BrandReader.Read);

    private readonly ZendeskTransport _transport;

    internal BrandsClient(ZendeskTransport transport) => _transport = transport;

    private PagedList<Brand> All => new(_transport, Root, Pages, PageMode.Cursor);

    /// <summary>Walks through the brands.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The brands, each once.</returns>
    public IAsyncEnumerable<Brand> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the brands.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Brand>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.PageAsync(options, cancellationToken);

    /// <summary>Reads one brand.</summary>
    /// <param name="id">The brand's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The brand.</returns>
    public Task<Brand> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);
}
