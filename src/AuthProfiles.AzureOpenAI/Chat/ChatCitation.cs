namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>A document that an answer rests on.</summary>
/// <remarks>Immutable and thread-safe. Its printed form holds the text.</remarks>
public sealed record ChatCitation
{
    /// <summary>Gets the text.</summary>
    public string Content { get; init; } = string.Empty;

    /// <summary>Gets the document's title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the document's address as the index has it, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the path of the document's file, or null.</summary>
    public string? FilePath { get; init; }

    /// <summary>Gets the id of the part of the document, or null.</summary>
    public string? ChunkId { get; init; }

    /// <summary>Gets how well the document fits, where the search ranked anew, or null.</summary>
    public double? RerankScore { get; init; }
}
