using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>What the service found in the data sources of a request.</summary>
/// <remarks>Immutable and thread-safe. Its printed form holds no document.</remarks>
public sealed record ChatMessageContext
{
    /// <summary>Gets what the service took the question for, which a later request may repeat, or null.</summary>
    public string? Intent { get; init; }

    /// <summary>Gets the documents; <c>[doc1]</c> in the answer is the first.</summary>
    public ImmutableArray<ChatCitation> Citations { get; init; } = [];

    /// <summary>Gets the context's members that have no property here, such as <c>all_retrieved_documents</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
