using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>The vectors of an embedding request.</summary>
public sealed record EmbeddingResult
{
    /// <summary>Gets the model that made the vectors, which is not the deployment's name.</summary>
    public string Model { get; init; } = string.Empty;

    /// <summary>Gets the vectors: one for each input, in the order of the inputs.</summary>
    /// <value>Vectors share memory: whoever keeps one of them for long, and not the others, copies it.</value>
    public ImmutableArray<ReadOnlyMemory<float>> Vectors { get; init; } = [];

    /// <summary>Gets the tokens used by all calls of the request, or null where the service did not say.</summary>
    public EmbeddingUsage? Usage { get; init; }

    /// <summary>Gets the id to quote to the service's support, that of the first call where there were several; or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the id that the call was sent with, <c>x-ms-client-request-id</c>: the same for all attempts of the call, that of the first call where there were several, or null.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>Gets what the (first) answer says about the limits of the deployment, or null.</summary>
    public AzureOpenAIRateLimits? RateLimits { get; init; }

    /// <summary>Gets the members of the (first) answer that have no property here.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
