namespace AuthProfiles.Testing;

/// <summary>A file at a local Zendesk account: uploaded, and perhaps attached to a comment.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LocalAttachment
{
    internal LocalAttachment()
    {
    }

    /// <summary>Gets the id.</summary>
    public long Id { get; internal init; }

    /// <summary>Gets the name that it was uploaded under.</summary>
    public string FileName { get; internal init; } = string.Empty;

    /// <summary>Gets the media type that it was uploaded with.</summary>
    public string ContentType { get; internal init; } = string.Empty;

    /// <summary>Gets the bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; internal init; }

    /// <summary>Gets what the address of the file has in place of its id, so that nobody finds it by counting.</summary>
    internal string Key { get; init; } = string.Empty;
}
