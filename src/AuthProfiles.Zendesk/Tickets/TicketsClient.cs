using System.Globalization;
using System.Text.Json;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The tickets of one account. Immutable and thread-safe; comes from <see cref="ZendeskClient.Tickets"/>.</summary>
/// <remarks>
/// Every operation throws <see cref="ZendeskException"/> where Zendesk refuses, <see cref="AuthorizationException"/> where the request
/// could not be authorized and was not sent, and <see cref="HttpRequestException"/> where the network failed.
/// </remarks>
public sealed class TicketsClient
{
    private const int MostIds = 100;

    private static readonly PageReader<Ticket> TicketPages = new("tickets", TicketReader.Read);
    private static readonly PageReader<TicketComment> CommentPages = new("comments", CommentJson.Read);

    private readonly ZendeskTransport _transport;
    private readonly TicketSearch _search;

    internal TicketsClient(ZendeskTransport transport)
    {
        _transport = transport;
        _search = new TicketSearch(transport);
    }

    /// <summary>Creates a ticket. A repetition of the request, on a broken connection for instance, creates no second one.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="cancellationToken">Ends the wait; the ticket may have been created by then.</param>
    /// <returns>The ticket as Zendesk has it, with its id.</returns>
    public Task<Ticket> CreateAsync(NewTicket ticket, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        TicketChecks.Tags(ticket.Tags, nameof(ticket));
        var key = TicketChecks.IdempotencyKey(ticket);
        return _transport.SendAsync(HttpMethod.Post, "api/v2/tickets", TicketWriter.Create(ticket), ReadTicket, key, isRepeatable: true, cancellationToken);
    }

    /// <summary>Reads one ticket.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ticket; one that does not exist is an error of kind <see cref="ZendeskErrorKind.NotFound"/>.</returns>
    public Task<Ticket> GetAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, Path(id), null, ReadTicket, cancellationToken);

    /// <summary>Reads tickets by their ids, 100 in a request, one request after the other.</summary>
    /// <param name="ids">The ids; one that comes twice is asked for once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tickets that exist, in Zendesk's order.</returns>
    public async Task<IReadOnlyList<Ticket>> GetManyAsync(IEnumerable<long> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var wanted = ids.Distinct().ToArray();
        foreach (var id in wanted)
        {
            TicketChecks.Id(id, nameof(ids));
        }

        var tickets = new List<Ticket>(wanted.Length);
        foreach (var chunk in wanted.Chunk(MostIds))
        {
            var path = $"api/v2/tickets/show_many?ids={string.Join("%2C", chunk.Select(static id => id.ToString(CultureInfo.InvariantCulture)))}";
            var page = await _transport.SendAsync(HttpMethod.Get, path, null, TicketPages.ReadUnpaged, cancellationToken).ConfigureAwait(false);
            tickets.AddRange(page);
        }

        return tickets;
    }

    /// <summary>Walks through all tickets, archived ones excepted, page after page as the caller goes on.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The tickets, each once.</returns>
    public IAsyncEnumerable<Ticket> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        PageWalk.ItemsAsync(ListPageAsync, options ?? PageOptions.Default, cancellationToken);

    /// <summary>Reads one page of the list of all tickets.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Ticket>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, CursorPath("api/v2/tickets", options), null, TicketPages.ReadCursorPage, cancellationToken);

    /// <summary>Changes a ticket, or adds a comment to it.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The ticket as it is now.</returns>
    public Task<Ticket> UpdateAsync(long id, TicketUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        TicketChecks.Update(update);
        return _transport.SendAsync(HttpMethod.Put, Path(id), TicketWriter.Update(update), ReadTicket, idempotencyKey: null, TicketChecks.IsRepeatable(update), cancellationToken);
    }

    /// <summary>Deletes a ticket: Zendesk keeps it for 30 days, from where an agent can restore it.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait; the ticket may have been deleted by then.</param>
    /// <returns>A task that ends when the ticket is deleted.</returns>
    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Delete, Path(id), null, cancellationToken);

    /// <summary>Finds tickets, newest first. The index lags behind changes by up to some minutes.</summary>
    /// <param name="query">The query in Zendesk's search language, such as <c>status:open printer</c>; <c>type:ticket</c> is added.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>
    /// The tickets, each once. All pages (at most ten) are read before the first is yielded, so that changing the tickets on the way loses
    /// none. Zendesk gives 1,000 results: where there are more, the walk ends with an error of kind <see cref="ZendeskErrorKind.SearchLimit"/>.
    /// </returns>
    public IAsyncEnumerable<Ticket> SearchAsync(string query, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        return _search.AllAsync(query, cancellationToken);
    }

    /// <summary>Reads one page of a search, newest first.</summary>
    /// <param name="query">The query in Zendesk's search language; <c>type:ticket</c> is added.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page, with the number of all results.</returns>
    public Task<Page<Ticket>> SearchPageAsync(string query, PageOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        return _search.PageAsync(query, options ?? PageOptions.Default, cancellationToken);
    }

    /// <summary>Walks through the comments of a ticket, oldest first. To write one use <see cref="UpdateAsync"/>.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The comments, each once.</returns>
    public IAsyncEnumerable<TicketComment> ListCommentsAsync(long id, PageOptions? options = null, CancellationToken cancellationToken = default)
    {
        TicketChecks.Id(id, nameof(id));
        return PageWalk.ItemsAsync((page, token) => ListCommentsPageAsync(id, page, token), options ?? PageOptions.Default, cancellationToken);
    }

    /// <summary>Reads one page of the comments of a ticket.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<TicketComment>> ListCommentsPageAsync(long id, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, CursorPath($"{Path(id)}/comments", options), null, CommentPages.ReadCursorPage, cancellationToken);

    /// <summary>Reads the tags of a ticket.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tags.</returns>
    public Task<IReadOnlyList<string>> GetTagsAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, TagsPath(id), null, ReadTags, cancellationToken);

    /// <summary>Adds tags to those a ticket has.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="tags">At least one tag, none with white space.</param>
    /// <param name="cancellationToken">Ends the wait; the tags may have been added by then.</param>
    /// <returns>All tags that the ticket has now.</returns>
    public Task<IReadOnlyList<string>> AddTagsAsync(long id, IReadOnlyList<string> tags, CancellationToken cancellationToken = default)
    {
        TicketChecks.AtLeastOneTag(tags, nameof(tags));
        return _transport.SendAsync(HttpMethod.Put, TagsPath(id), TicketWriter.Tags(tags), ReadTags, cancellationToken);
    }

    /// <summary>Replaces all tags of a ticket.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="tags">The tags, none with white space; an empty list takes all away.</param>
    /// <param name="cancellationToken">Ends the wait; the tags may have been replaced by then.</param>
    /// <returns>All tags that the ticket has now.</returns>
    public Task<IReadOnlyList<string>> SetTagsAsync(long id, IReadOnlyList<string> tags, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tags);
        TicketChecks.Tags(tags, nameof(tags));
        return _transport.SendAsync(HttpMethod.Post, TagsPath(id), TicketWriter.Tags(tags), ReadTags, cancellationToken);
    }

    /// <summary>Takes tags off a ticket; one that it does not have is no error.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="tags">At least one tag, none with white space.</param>
    /// <param name="cancellationToken">Ends the wait; the tags may be gone by then.</param>
    /// <returns>A task that ends when the tags are gone.</returns>
    public Task RemoveTagsAsync(long id, IReadOnlyList<string> tags, CancellationToken cancellationToken = default)
    {
        TicketChecks.AtLeastOneTag(tags, nameof(tags));
        return _transport.SendAsync(HttpMethod.Delete, TagsPath(id), TicketWriter.Tags(tags), cancellationToken);
    }

    private static string Path(long id)
    {
        TicketChecks.Id(id, nameof(id));
        return string.Create(CultureInfo.InvariantCulture, $"api/v2/tickets/{id}");
    }

    private static string TagsPath(long id) => $"{Path(id)}/tags";

    private static string CursorPath(string path, PageOptions? options)
    {
        // Without page[size] Zendesk answers in numbered pages, which end at 10,000 tickets.
        options ??= PageOptions.Default;
        var first = string.Create(CultureInfo.InvariantCulture, $"{path}?page%5Bsize%5D={options.PageSize}");
        return options.After is { } cursor ? $"{first}&page%5Bafter%5D={Uri.EscapeDataString(cursor)}" : first;
    }

    private static Ticket ReadTicket(ref Utf8JsonReader reader) => JsonReading.Member(ref reader, "ticket", TicketReader.Read);

    private static IReadOnlyList<string> ReadTags(ref Utf8JsonReader reader) => JsonReading.Member(ref reader, "tags", JsonReading.Texts);
}
