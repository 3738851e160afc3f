using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>The tokens that a completion used. A count that the service did not send is 0.</summary>
public sealed record ChatUsage
{
    /// <summary>Gets the tokens of the conversation that was sent.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Gets the tokens of all answers.</summary>
    public long CompletionTokens { get; init; }

    /// <summary>Gets the sum of both.</summary>
    public long TotalTokens { get; init; }

    /// <summary>Gets the tokens of the prompt that the service had cached.</summary>
    public long CachedPromptTokens { get; init; }

    /// <summary>Gets the tokens of audio in the prompt.</summary>
    public long AudioPromptTokens { get; init; }

    /// <summary>Gets the tokens that the model thought with, which are part of <see cref="CompletionTokens"/>.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>Gets the tokens of audio in the answers.</summary>
    public long AudioCompletionTokens { get; init; }

    /// <summary>Gets the tokens of a prediction that appeared in the answer.</summary>
    public long AcceptedPredictionTokens { get; init; }

    /// <summary>Gets the tokens of a prediction that did not; they are paid for too.</summary>
    public long RejectedPredictionTokens { get; init; }

    /// <summary>Gets the members that have no property here. Details with a member of their own that has none are here whole, under their name.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
