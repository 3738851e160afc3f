using System.Collections.Immutable;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>The vectors of an embedding request.</summary>
public sealed record EmbeddingResult
{
    /// <summary>Gets the model that made the vectors, which is not the deployment's name.</summary>
    public string Model { get; init; } = string.Empty;

    /// <summary>Gets the vectors: one for each text, in the order of the texts.</summary>
    public ImmutableArray<ReadOnlyMemory<float>> Vectors { get; init; } = [];

    /// <summary>Gets the tokens used, or null where the service did not say.</summary>
    public EmbeddingUsage? Usage { get; init; }

    /// <summary>Gets the id to quote to the service's support, or null.</summary>
    public string? RequestId { get; init; }
}
