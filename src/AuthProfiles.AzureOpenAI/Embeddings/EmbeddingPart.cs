using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>What the answer to one call says besides its vectors.</summary>
internal sealed record EmbeddingPart(string? Model, EmbeddingUsage? Usage, string? RequestId, string? ClientRequestId, AzureOpenAIRateLimits RateLimits, IReadOnlyDictionary<string, JsonElement> AdditionalProperties);
