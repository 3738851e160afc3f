using System.Net.Http.Headers;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Uploads;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The files of one account: uploaded for comments, and read back. Immutable and thread-safe; comes from <see cref="ZendeskClient.Uploads"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>. To blacken an attached file see <see cref="TicketCommentsClient.RedactAttachmentAsync"/>.</remarks>
public sealed class UploadsClient
{
    private static readonly ApiPath Root = ApiPath.Of("uploads");
    private static readonly ApiPath Files = ApiPath.Of("attachments");

    private readonly ZendeskTransport _transport;
    private readonly LinkCall _links;

    internal UploadsClient(ZendeskTransport transport, LinkCall links)
    {
        _transport = transport;
        _links = links;
    }

    /// <summary>Uploads a file, which then waits for a comment. It is sent as it is read, and never in memory as a whole.</summary>
    /// <remarks>
    /// The file has to be through within <see cref="HttpClient.Timeout"/> (10 minutes with <c>AddZendesk</c>): raise it for large files. It is sent again only where Zendesk has certainly not taken it and the stream can seek. Until a comment has it, everybody who may sign in
    /// to the account and knows its address can read it.
    /// </remarks>
    /// <param name="content">The file, from where the stream stands to its end. The caller disposes it, after the call; it is not read any more by then.</param>
    /// <param name="fileName">The name that the file gets at Zendesk, with the extension that fits its content.</param>
    /// <param name="contentType">The exact media type, such as <c>image/png</c>: a wrong one keeps browsers from showing the file.</param>
    /// <param name="token">The <see cref="Upload.Token"/> of a file before, for the same comment. The default is none: a new token.</param>
    /// <param name="cancellationToken">Ends the wait; the file may have been uploaded by then.</param>
    /// <returns>The files of the token, which goes into <see cref="Comment.Uploads"/>.</returns>
    /// <exception cref="ArgumentException">The stream can't be read, or the media type is none. Nothing was sent.</exception>
    public Task<Upload> CreateAsync(Stream content, string fileName, string contentType, string? token = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        var type = MediaTypeHeaderValue.TryParse(contentType, out var parsed) && !contentType.Contains('*', StringComparison.Ordinal) ? parsed : throw new ArgumentException("Give a media type, such as image/png.", nameof(contentType));
        if (!content.CanRead)
        {
            throw new ArgumentException("The stream can't be read.", nameof(content));
        }

        if (token is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(token);
        }

        var path = Root.With("filename", fileName).With("token", token);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, path, new StreamBody(content, type)) { IsRepeatable = false, IsLong = true }, UploadReader.One, cancellationToken);
    }

    /// <summary>Deletes the files of a token that no comment has yet.</summary>
    /// <remarks>Zendesk takes the token in the path here, and the platform logs and traces paths: where the token is worth that, let it expire instead.</remarks>
    /// <param name="token">The <see cref="Upload.Token"/>.</param>
    /// <param name="cancellationToken">Ends the wait; the files may be gone by then.</param>
    /// <returns>A task that ends when the files are gone.</returns>
    public Task DeleteAsync(string token, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.ThenKey(token)) { ShownPath = $"{Root}/…" }, cancellationToken);

    /// <summary>Reads what is known of an attached file.</summary>
    /// <param name="id">The attachment's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The attachment; one that does not exist is an error of kind <see cref="ZendeskErrorKind.NotFound"/>.</returns>
    public Task<Attachment> GetAttachmentAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Files.Then(id), AttachmentReader.One, cancellationToken);

    /// <summary>Lets agents read a file in which malware was found, or no longer. Only administrators may.</summary>
    /// <param name="id">The attachment's id.</param>
    /// <param name="isAllowed">Whether they may.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The attachment as it is now.</returns>
    public Task<Attachment> SetMalwareOverrideAsync(long id, bool isAllowed, CancellationToken cancellationToken = default)
    {
        var body = JsonBody.Of("attachment", isAllowed, static (writer, isAllowed) => writer.WriteBoolean("malware_access_override"u8, isAllowed));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, Files.Then(id), body), AttachmentReader.One, cancellationToken);
    }

    /// <summary>Reads an attached file, as it comes and never in memory as a whole.</summary>
    /// <remarks>
    /// The credential goes to the account's own origin alone; files are kept elsewhere, where a redirect leads and no credential goes (see <see cref="ZendeskClient.GetLinkAsync"/>).
    /// A file that stalls or breaks off is a <see cref="ZendeskException"/> of kind <see cref="ZendeskErrorKind.IncompleteAnswer"/> from the stream's reading, never a shorter file.
    /// </remarks>
    /// <param name="attachment">The attachment, whose <see cref="Attachment.ContentUrl"/> is followed. A thumbnail is one too.</param>
    /// <param name="cancellationToken">Ends the wait for the beginning of the file.</param>
    /// <returns>The file, for one asynchronous reading from start to end. The caller disposes it.</returns>
    /// <exception cref="ArgumentException">The attachment has no address, or it is none of the web. Nothing was sent.</exception>
    public Task<Stream> DownloadAsync(Attachment attachment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return Uri.TryCreate(attachment.ContentUrl, UriKind.Absolute, out var link) && LinkCall.IsLink(link)
            ? _links.DownloadAsync(link, attachment.Size, cancellationToken)
            : throw new ArgumentException("The attachment has no address that could be followed.", nameof(attachment));
    }
}
