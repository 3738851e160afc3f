namespace AuthProfiles.Zendesk;

/// <summary>A file that is attached to a comment. Immutable.</summary>
public sealed record Attachment
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the name of the file.</summary>
    public string? FileName { get; init; }

    /// <summary>Gets the media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets the size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Gets where the file is. It may be another host: send no credential there.</summary>
    public string? ContentUrl { get; init; }
}
