using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>What the model said.</summary>
/// <remarks>Immutable and thread-safe. Its printed form holds the model's text.</remarks>
public sealed record ChatResponseMessage
{
    /// <summary>Gets the text, or null where the model called tools, refused, or the filters withheld it.</summary>
    public string? Content { get; init; }

    /// <summary>Gets the model's refusal, or null.</summary>
    public string? Refusal { get; init; }

    /// <summary>Gets the calls of tools that the model asks for.</summary>
    public ImmutableArray<ChatToolCall> ToolCalls { get; init; } = [];

    /// <summary>Gets the call that the model asks for in the way that was before tools, or null.</summary>
    public ChatFunctionCall? FunctionCall { get; init; }

    /// <summary>Gets the spoken answer, or null.</summary>
    public ChatAudio? Audio { get; init; }

    /// <summary>Gets the notes on the text.</summary>
    public ImmutableArray<ChatAnnotation> Annotations { get; init; } = [];

    /// <summary>Gets what was found in the request's data sources, or null.</summary>
    public ChatMessageContext? Context { get; init; }

    /// <summary>Gets what a model thought, where it tells that, or null.</summary>
    public string? ReasoningContent { get; init; }

    /// <summary>Gets the message's members that have no property here.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
