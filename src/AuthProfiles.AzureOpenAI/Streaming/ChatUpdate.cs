using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.ContentFilters;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>One step of an answer that comes as a stream: usually a piece of text.</summary>
/// <remarks>
/// <para>
/// A value: it holds when the stream has moved on, and costs no object. Where the service sends several answers or calls of tools at
/// once, each has an update of its own. <see cref="ChatCompletionBuilder"/> puts updates together.
/// </para>
/// <para>Immutable and thread-safe. Its printed form holds the model's text.</para>
/// </remarks>
public readonly record struct ChatUpdate
{
    private readonly string? _arguments;

    // One more than the index, so that the default is no call at all.
    private readonly int _tool;

    /// <summary>Gets the piece of text, or null where there is none. It may be empty.</summary>
    public string? Text { get; init; }

    /// <summary>Gets the number of the answer that the update belongs to, from 0 on; 0 where it belongs to none.</summary>
    public int ChoiceIndex { get; init; }

    /// <summary>Gets why the model stopped; without a value until it does.</summary>
    public FinishReason FinishReason { get; init; }

    /// <summary>Gets the piece of a call of a tool, or null.</summary>
    public ChatToolCallUpdate? ToolCall
    {
        get => _tool == 0 ? null : new(_tool - 1, Details?.ToolCallId, Details?.ToolType, Details?.ToolName, _arguments ?? string.Empty);
        init
        {
            (_tool, _arguments) = value is { } given ? (given.Index + 1, given.Arguments) : (0, null);
            if (Details is not null || value is { Id: not null } or { Type: not null } or { Name: not null })
            {
                Details = Rare with { ToolCallId = value?.Id, ToolType = value?.Type, ToolName = value?.Name };
            }
        }
    }

    /// <summary>Gets the piece of the call of a function in the older way, or null. Its name is in the first piece alone.</summary>
    public ChatFunctionCall? FunctionCall
    {
        get => Details?.FunctionCall;
        init => Details = Rare with { FunctionCall = value };
    }

    /// <summary>Gets the piece of the model's refusal, or null.</summary>
    public string? Refusal
    {
        get => Details?.Refusal;
        init => Details = Rare with { Refusal = value };
    }

    /// <summary>Gets the piece of what a model thinks, where it tells that, or null.</summary>
    public string? ReasoningContent
    {
        get => Details?.ReasoningContent;
        init => Details = Rare with { ReasoningContent = value };
    }

    /// <summary>Gets the piece of the spoken answer, with bytes and a transcript of its own, or null.</summary>
    public ChatAudio? Audio
    {
        get => Details?.Audio;
        init => Details = Rare with { Audio = value };
    }

    /// <summary>Gets the notes on the text that came with the piece.</summary>
    public ImmutableArray<ChatAnnotation> Annotations
    {
        get => Details?.Annotations ?? [];
        init => Details = Rare with { Annotations = value };
    }

    /// <summary>Gets what was found in the request's data sources, usually in the first update alone, or null.</summary>
    public ChatMessageContext? Context
    {
        get => Details?.Context;
        init => Details = Rare with { Context = value };
    }

    /// <summary>Gets how probable the tokens of the piece were, or null where it was not asked for.</summary>
    public ChatLogProbabilities? LogProbabilities
    {
        get => Details?.LogProbabilities;
        init => Details = Rare with { LogProbabilities = value };
    }

    /// <summary>Gets what the content filters said about the answer, or null. It may come after the text, and after the reason to stop.</summary>
    public ContentFilterResults? ContentFilter { get; init; }

    /// <summary>Gets what the content filters said about the prompt, usually in the first update alone.</summary>
    public ImmutableArray<PromptFilterResult> PromptFilterResults
    {
        get => Details?.PromptFilterResults ?? [];
        init => Details = Rare with { PromptFilterResults = value };
    }

    /// <summary>Gets the tokens used, in one of the last updates if <see cref="ChatRequest.IncludeUsage"/> asks for it, or else null.</summary>
    public ChatUsage? Usage
    {
        get => Details?.Usage;
        init => Details = Rare with { Usage = value };
    }

    /// <summary>Gets the members that have no property here, whether the service sent them with the update, the answer or its piece.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties
    {
        get => (Details ?? ChatUpdateDetails.None).AdditionalProperties;
        init => Details = Rare with { AdditionalProperties = value };
    }

    /// <summary>Gets the service's id of the completion; empty until the service says, which is often not in the first update.</summary>
    public string Id
    {
        get => Shared.Id;
        init => Head = Shared with { Id = value };
    }

    /// <summary>Gets the model that answers, which is not the deployment's name; empty until the service says.</summary>
    public string Model
    {
        get => Shared.Model;
        init => Head = Shared with { Model = value };
    }

    /// <summary>Gets when the completion was made, or null where the service did not say.</summary>
    public DateTimeOffset? CreatedAt
    {
        get => Shared.CreatedAt;
        init => Head = Shared with { CreatedAt = value };
    }

    /// <summary>Gets the state of the service that makes the completion, or null.</summary>
    public string? SystemFingerprint
    {
        get => Shared.SystemFingerprint;
        init => Head = Shared with { SystemFingerprint = value };
    }

    /// <summary>Gets the id to quote to the service's support, or null.</summary>
    public string? RequestId
    {
        get => Shared.RequestId;
        init => Head = Shared with { RequestId = value };
    }

    /// <summary>Gets the id that the call was sent with, <c>x-ms-client-request-id</c>: the same for all attempts of the call, or null.</summary>
    public string? ClientRequestId
    {
        get => Shared.ClientRequestId;
        init => Head = Shared with { ClientRequestId = value };
    }

    internal ChatStreamHead? Head { get; init; }

    internal ChatUpdateDetails? Details { get; init; }

    /// <summary>Gets the piece of a tool's arguments without the rest of the call.</summary>
    internal string? Arguments
    {
        init => _arguments = value;
    }

    private ChatStreamHead Shared => Head ?? ChatStreamHead.None;

    private ChatUpdateDetails Rare => Details ?? ChatUpdateDetails.None;
}
