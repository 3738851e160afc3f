using System.Globalization;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Requests;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The comments of single requests: the public ones. Immutable and thread-safe; comes from <see cref="RequestsClient.Comments"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class RequestCommentsClient
{
    private readonly ZendeskTransport _transport;
    private readonly RequestsClient _requests;

    internal RequestCommentsClient(ZendeskTransport transport, RequestsClient requests)
    {
        _transport = transport;
        _requests = requests;
    }

    /// <summary>Walks through the comments of a request, oldest first.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="since">The time from which comments are wanted. The default is none: all.</param>
    /// <param name="role">Whose comments are wanted. The default is everybody's.</param>
    /// <param name="options">The size of a page, where to begin, and the order (<c>created_at</c> or <c>-created_at</c>). The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The comments, each once.</returns>
    public IAsyncEnumerable<TicketComment> ListAsync(long id, DateTimeOffset? since = null, CommentRole? role = null, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(id, since, role).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the comments of a request.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="since">The time from which comments are wanted. The default is none: all.</param>
    /// <param name="role">Whose comments are wanted. The default is everybody's.</param>
    /// <param name="options">The size of the page, the order, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<TicketComment>> ListPageAsync(long id, DateTimeOffset? since = null, CommentRole? role = null, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(id, since, role).PageAsync(options, cancellationToken);

    /// <summary>Reads one comment of a request.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="commentId">The comment's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The comment; one that the user does not see is an error of kind <see cref="ZendeskErrorKind.NotFound"/>.</returns>
    public Task<TicketComment> GetAsync(long id, long commentId, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(Path(id).Then(commentId), CommentJson.One, cancellationToken);

    /// <summary>Adds a comment. Zendesk has no operation of its own for it: this updates the request and changes nothing else.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="comment">The comment, a public one.</param>
    /// <param name="cancellationToken">Ends the wait; the comment may have been added by then.</param>
    /// <returns>The request as it is now.</returns>
    public Task<Request> AddAsync(long id, Comment comment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return _requests.UpdateAsync(id, new() { Comment = comment }, cancellationToken);
    }

    private static ApiPath Path(long id) => RequestAnswers.Root.Then(id).Then("comments");

    private PagedList<TicketComment> All(long id, DateTimeOffset? since, CommentRole? role)
    {
        var time = since?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new(_transport, Path(id).With("since", time).With("role", role?.Value), CommentJson.Pages, PageMode.Cursor);
    }
}
