using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The comments of single tickets. Immutable and thread-safe; comes from <see cref="TicketsClient.Comments"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class TicketCommentsClient
{
    private readonly ZendeskTransport _transport;
    private readonly TicketsClient _tickets;

    internal TicketCommentsClient(ZendeskTransport transport, TicketsClient tickets)
    {
        _transport = transport;
        _tickets = tickets;
    }

    /// <summary>Walks through the comments of a ticket, oldest first.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="options">The size of a page, where to begin, and the order (<c>created_at</c> or <c>-created_at</c>). The default is pages of 100 from the first.</param>
    /// <param name="withInlineImages">Whether images within the text are among the attachments.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The comments, each once.</returns>
    public IAsyncEnumerable<TicketComment> ListAsync(long id, PageOptions? options = null, bool withInlineImages = false, CancellationToken cancellationToken = default) =>
        All(id, withInlineImages).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the comments of a ticket.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="options">The size of the page, the order, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="withInlineImages">Whether images within the text are among the attachments.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<TicketComment>> ListPageAsync(long id, PageOptions? options = null, bool withInlineImages = false, CancellationToken cancellationToken = default) =>
        All(id, withInlineImages).PageAsync(options, cancellationToken);

    /// <summary>Adds a comment. Zendesk has no operation of its own for it: this updates the ticket and changes nothing else.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="comment">The comment.</param>
    /// <param name="cancellationToken">Ends the wait; the comment may have been added by then.</param>
    /// <returns>The ticket as it is now.</returns>
    public Task<Ticket> AddAsync(long id, Comment comment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return _tickets.UpdateAsync(id, new() { Comment = comment }, cancellationToken);
    }

    /// <summary>Counts the comments of a ticket.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count.</returns>
    public Task<RecordCount> CountAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(Path(id).Then("count"), RecordCountReader.One, cancellationToken);

    /// <summary>Hides a comment from the requester, for good.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="commentId">The comment's id.</param>
    /// <param name="cancellationToken">Ends the wait; the comment may be hidden by then.</param>
    /// <returns>A task that ends when the comment is hidden.</returns>
    public Task MakePrivateAsync(long id, long commentId, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, Path(id).Then(commentId).Then("make_private")), cancellationToken);

    /// <summary>Blackens a text within a comment, for good. The ticket must not be closed.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="commentId">The comment's id.</param>
    /// <param name="text">The text to blacken.</param>
    /// <param name="cancellationToken">Ends the wait; the text may be gone by then.</param>
    /// <returns>The comment as it is now.</returns>
    public Task<TicketComment> RedactAsync(long id, long commentId, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var body = JsonBody.Of(text, static (writer, text) => writer.WriteString("text"u8, text));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, Path(id).Then(commentId).Then("redact"), body), CommentJson.One, cancellationToken);
    }

    /// <summary>Replaces an attached file by an empty one, for good.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="commentId">The comment's id.</param>
    /// <param name="attachmentId">The attachment's id.</param>
    /// <param name="cancellationToken">Ends the wait; the file may be gone by then.</param>
    /// <returns>The attachment as it is now.</returns>
    public Task<Attachment> RedactAttachmentAsync(long id, long commentId, long attachmentId, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, Path(id).Then(commentId).Then("attachments").Then(attachmentId).Then("redact")), AttachmentReader.One, cancellationToken);

    private static ApiPath Path(long id) => TicketAnswers.Root.Then(id).Then("comments");

    private PagedList<TicketComment> All(long id, bool withInlineImages) =>
        new(_transport, Path(id).With("include_inline_images", withInlineImages ? "true" : null), CommentJson.Pages, PageMode.Cursor);
}
