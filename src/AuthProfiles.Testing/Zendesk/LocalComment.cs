namespace AuthProfiles.Testing;

/// <summary>A comment on a local ticket.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LocalComment
{
    internal LocalComment()
    {
    }

    /// <summary>Gets the id.</summary>
    public long Id { get; internal init; }

    /// <summary>Gets the id of the user who wrote it.</summary>
    public long AuthorId { get; internal init; }

    /// <summary>Gets the text.</summary>
    public string Body { get; internal init; } = string.Empty;

    /// <summary>Gets a value indicating whether the requester sees it; false for an internal note.</summary>
    public bool IsPublic { get; internal init; }

    /// <summary>Gets the files on it.</summary>
    public IReadOnlyList<LocalAttachment> Attachments { get; internal init; } = [];

    /// <summary>Gets when it was written.</summary>
    public DateTimeOffset CreatedAt { get; internal init; }
}
