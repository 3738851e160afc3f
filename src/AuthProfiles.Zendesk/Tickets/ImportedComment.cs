namespace AuthProfiles.Zendesk;

/// <summary>A comment of an imported ticket. Immutable.</summary>
/// <param name="Value">The text.</param>
public sealed record ImportedComment(string Value)
{
    /// <summary>Gets the id of the user who wrote it. The default is the user whose authorization is used.</summary>
    public long? AuthorId { get; init; }

    /// <summary>Gets when it was written.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets a value indicating whether the requester sees it.</summary>
    /// <value>The default is true, as at Zendesk.</value>
    public bool IsPublic { get; init; } = true;

    /// <summary>Gets the tokens of uploaded files to attach. The default is none.</summary>
    public IReadOnlyList<string> Uploads { get; init; } = [];
}
