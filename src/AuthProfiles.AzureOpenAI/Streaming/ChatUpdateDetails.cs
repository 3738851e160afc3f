using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>What few updates have, so that most have no such object.</summary>
internal sealed record ChatUpdateDetails
{
    public static ChatUpdateDetails None { get; } = new();

    public string? ToolCallId { get; init; }

    public string? ToolType { get; init; }

    public string? ToolName { get; init; }

    public string? Refusal { get; init; }

    public ChatFunctionCall? FunctionCall { get; init; }

    public string? ReasoningContent { get; init; }

    public ChatAudio? Audio { get; init; }

    public ImmutableArray<ChatAnnotation> Annotations { get; init; } = [];

    public ChatMessageContext? Context { get; init; }

    public ChatLogProbabilities? LogProbabilities { get; init; }

    public ImmutableArray<PromptFilterResult> PromptFilterResults { get; init; } = [];

    public ChatUsage? Usage { get; init; }

    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
