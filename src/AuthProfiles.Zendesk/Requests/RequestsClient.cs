using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Requests;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The tickets of one account as their requesters see them, and make them. Immutable and thread-safe; comes from <see cref="ZendeskClient.Requests"/>.</summary>
/// <remarks>
/// It is for end users, and for a program that acts for one (<see cref="ZendeskClient.OnBehalfOf"/>): they see their own requests, those in which they are copied in, and those of their
/// organization where they may. Agents use <see cref="ZendeskClient.Tickets"/>. What the operations throw is told at <see cref="TicketsClient"/>.
/// </remarks>
public sealed class RequestsClient
{
    private readonly ZendeskTransport _transport;

    internal RequestsClient(ZendeskTransport transport)
    {
        _transport = transport;
        Comments = new RequestCommentsClient(transport, this);
    }

    /// <summary>Gets the comments of single requests.</summary>
    public RequestCommentsClient Comments { get; }

    private PagedList<Request> All => new(_transport, RequestAnswers.Root, RequestAnswers.Pages, PageMode.CursorSortedBy);

    /// <summary>Makes a request. It is not repeated by itself: Zendesk knows no repetition of it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been made by then.</param>
    /// <returns>The request as Zendesk has it, with its id.</returns>
    public Task<Request> CreateAsync(NewRequest request, CancellationToken cancellationToken = default)
    {
        RequestChecks.New(request);
        return _transport.SendAsync(RequestAnswers.Creation(request), RequestAnswers.One, cancellationToken);
    }

    /// <summary>Reads one request.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The request; one that the user does not see is an error of kind <see cref="ZendeskErrorKind.NotFound"/>.</returns>
    public Task<Request> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(RequestAnswers.Root.Then(id), RequestAnswers.One, cancellationToken);

    /// <summary>Reads one request with records that come along, such as the users who are copied in.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="include">The records that are to come along.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The request and the records.</returns>
    public Task<Sideloaded<Request>> GetAsync(long id, IReadOnlyList<Include> include, CancellationToken cancellationToken = default) =>
        RequestAnswers.Sideloaded.GetAsync(_transport, RequestAnswers.Root.Then(id), include, cancellationToken);

    /// <summary>Walks through the requests that the user sees.</summary>
    /// <param name="options">The size of a page, where to begin, and the order (<c>updated_at</c>, <c>created_at</c>). The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The requests, each once.</returns>
    public IAsyncEnumerable<Request> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the requests that the user sees.</summary>
    /// <param name="options">The size of the page, the order, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Request>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.PageAsync(options, cancellationToken);

    /// <summary>Finds requests that the user sees: by words, by status, by organization, or where the user is copied in.</summary>
    /// <param name="query">The query in Zendesk's search language, such as <c>printer</c>.</param>
    /// <param name="filter">What to narrow it to. The default is nothing.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>
    /// The requests; one that is made or changed while the pages are read moves others. Zendesk gives 1,000 results: where there are more, the walk ends with an error of
    /// kind <see cref="ZendeskErrorKind.SearchLimit"/>.
    /// </returns>
    public IAsyncEnumerable<Request> SearchAsync(string query, RequestFilter? filter = null, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Found(query, filter).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of a search.</summary>
    /// <param name="query">The query in Zendesk's search language, such as <c>printer</c>.</param>
    /// <param name="filter">What to narrow it to. The default is nothing.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Request>> SearchPageAsync(string query, RequestFilter? filter = null, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Found(query, filter).PageAsync(options, cancellationToken);

    /// <summary>Adds a comment or people to a request, or solves it.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The request as it is now.</returns>
    public Task<Request> UpdateAsync(long id, RequestUpdate update, CancellationToken cancellationToken = default)
    {
        RequestChecks.Update(update);

        // A comment would be there twice.
        var content = JsonBody.Of("request", update, RequestWriter.Update);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, RequestAnswers.Root.Then(id), content) { IsRepeatable = update.Comment is null }, RequestAnswers.One, cancellationToken);
    }

    private PagedList<Request> Found(string query, RequestFilter? filter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        var path = RequestAnswers.Root.Then("search").With("query", query);
        if (filter is not null)
        {
            var statuses = filter.Statuses.Count == 0 ? null : string.Join(',', filter.Statuses);
            path = path.WithId("organization_id", filter.OrganizationId).With("cc_id", filter.IsCopiedIn ? "true" : null).With("status", statuses);
        }

        return new(_transport, path, RequestAnswers.Pages, PageMode.Search);
    }
}
