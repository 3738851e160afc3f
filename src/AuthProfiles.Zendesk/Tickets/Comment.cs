namespace AuthProfiles.Zendesk;

/// <summary>A comment to write, as part of <see cref="NewTicket"/> or <see cref="TicketUpdate"/>.</summary>
/// <remarks>Immutable. Zendesk has no operation of its own for writing a comment: updating the ticket does it.</remarks>
public sealed record Comment
{
    private Comment(string? body, string? htmlBody, bool isPublic)
    {
        Body = body;
        HtmlBody = htmlBody;
        IsPublic = isPublic;
    }

    /// <summary>Gets the text, or null where there is HTML.</summary>
    public string? Body { get; }

    /// <summary>Gets the HTML, or null where there is text.</summary>
    public string? HtmlBody { get; }

    /// <summary>Gets a value indicating whether the requester sees the comment and is told of it.</summary>
    public bool IsPublic { get; }

    /// <summary>Gets the id of the user who is shown as the author. The default is the user whose authorization is used.</summary>
    public long? AuthorId { get; init; }

    /// <summary>Gets the tokens (<see cref="Upload.Token"/>) of uploaded files to attach. The default is none.</summary>
    public IReadOnlyList<string> Uploads { get; init; } = [];

    /// <summary>Makes a comment that the requester sees.</summary>
    /// <param name="body">The text.</param>
    /// <returns>The comment.</returns>
    public static Comment Public(string body) => new(Checked(body), null, isPublic: true);

    /// <summary>Makes a comment that only agents see.</summary>
    /// <param name="body">The text.</param>
    /// <returns>The comment.</returns>
    public static Comment Internal(string body) => new(Checked(body), null, isPublic: false);

    /// <summary>Makes a comment in HTML that the requester sees.</summary>
    /// <param name="html">The HTML; Zendesk sanitizes it.</param>
    /// <returns>The comment.</returns>
    public static Comment PublicHtml(string html) => new(null, Checked(html), isPublic: true);

    /// <summary>Makes a comment in HTML that only agents see.</summary>
    /// <param name="html">The HTML; Zendesk sanitizes it.</param>
    /// <returns>The comment.</returns>
    public static Comment InternalHtml(string html) => new(null, Checked(html), isPublic: false);

    private static string Checked(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text;
    }
}
