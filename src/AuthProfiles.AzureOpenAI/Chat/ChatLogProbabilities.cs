using System.Collections.Immutable;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>How probable the tokens of an answer were.</summary>
/// <remarks>Immutable and thread-safe. Its printed form does not hold the tokens.</remarks>
public sealed record ChatLogProbabilities
{
    /// <summary>Gets the tokens of the text, in their order.</summary>
    public ImmutableArray<ChatTokenLogProbability> Content { get; init; } = [];

    /// <summary>Gets the tokens of the refusal, in their order.</summary>
    public ImmutableArray<ChatTokenLogProbability> Refusal { get; init; } = [];
}
