using System.Collections.Immutable;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>One message of the conversation that is sent.</summary>
/// <remarks>Immutable and thread-safe. Its printed form holds its text.</remarks>
public sealed record ChatMessage
{
    private ChatMessage(ChatRole role, ImmutableArray<ChatContentPart> content) => (Role, Content) = (role, content);

    private ChatMessage(ChatRole role, string text)
        : this(role, [new ChatTextPart(text)])
    {
    }

    /// <summary>Gets who speaks.</summary>
    public ChatRole Role { get; }

    /// <summary>Gets the content, at least one piece; an answer of the model that calls tools or refuses may have none.</summary>
    public ImmutableArray<ChatContentPart> Content { get; }

    /// <summary>Gets the name that tells participants of one role apart, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the call that a tool's message answers, or null in every other role.</summary>
    public string? ToolCallId { get; private init; }

    /// <summary>Gets the calls that an earlier answer of the model asked for; none in every other role.</summary>
    public ImmutableArray<ChatToolCall> ToolCalls { get; private init; } = [];

    /// <summary>Gets the call that an earlier answer of the model asked for in the way that was before tools, or null.</summary>
    public ChatFunctionCall? FunctionCall { get; private init; }

    /// <summary>Gets how an earlier answer of the model refused, or null.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Gets the service's id of an earlier spoken answer, or null.</summary>
    public string? AudioId { get; private init; }

    /// <summary>Makes an instruction.</summary>
    /// <param name="text">The instruction.</param>
    /// <returns>The message.</returns>
    public static ChatMessage System(string text) => new(ChatRole.System, text);

    /// <summary>Makes an instruction to a reasoning model.</summary>
    /// <param name="text">The instruction.</param>
    /// <returns>The message.</returns>
    public static ChatMessage Developer(string text) => new(ChatRole.Developer, text);

    /// <summary>Makes a question.</summary>
    /// <param name="text">The question.</param>
    /// <returns>The message.</returns>
    public static ChatMessage User(string text) => new(ChatRole.User, text);

    /// <summary>Makes a question of several pieces.</summary>
    /// <param name="parts">The pieces, at least one.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException">There is no piece, or one is null.</exception>
    public static ChatMessage User(params ImmutableArray<ChatContentPart> parts)
    {
        if (parts.IsDefaultOrEmpty || parts.Any(static part => part is null))
        {
            throw new ArgumentException("A message has content.", nameof(parts));
        }

        return new(ChatRole.User, parts);
    }

    /// <summary>Makes an earlier answer of the model.</summary>
    /// <param name="text">The answer.</param>
    /// <returns>The message.</returns>
    public static ChatMessage Assistant(string text) => new(ChatRole.Assistant, text);

    /// <summary>Makes an earlier answer of the model from calls of tools.</summary>
    /// <param name="calls">The calls, at least one.</param>
    /// <param name="text">What the model said beside them, or null.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException">There is no call, or one is null.</exception>
    public static ChatMessage Assistant(ImmutableArray<ChatToolCall> calls, string? text = null)
    {
        if (calls.IsDefaultOrEmpty || calls.Any(static call => call is null))
        {
            throw new ArgumentException("A message that calls tools has at least one call.", nameof(calls));
        }

        return new(ChatRole.Assistant, Optional(text)) { ToolCalls = calls };
    }

    /// <summary>Makes an earlier answer of the model from the first answer of a completion, so that the conversation can go on.</summary>
    /// <param name="completion">The completion.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException">The completion has no answer, or the model said nothing.</exception>
    public static ChatMessage Assistant(ChatCompletion completion)
    {
        ArgumentNullException.ThrowIfNull(completion);
        return completion.Choices.IsDefaultOrEmpty
            ? throw new ArgumentException("The completion has no answer.", nameof(completion))
            : Assistant(completion.Choices[0].Message);
    }

    /// <summary>Makes an earlier answer of the model from what it said, so that the conversation can go on.</summary>
    /// <param name="message">What the model said.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException">The model said nothing: it was withheld, or cut before its first word.</exception>
    public static ChatMessage Assistant(ChatResponseMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var calls = message.ToolCalls.IsDefault ? [] : message.ToolCalls;
        if (message is { Content: null, Refusal: null, FunctionCall: null, Audio: null } && calls.IsEmpty)
        {
            throw new ArgumentException("The model said nothing that could be sent back.", nameof(message));
        }

        return new(ChatRole.Assistant, Optional(message.Content))
        {
            ToolCalls = calls,
            FunctionCall = message.FunctionCall,
            Refusal = message.Refusal,
            AudioId = message.Audio?.Id,
        };
    }

    /// <summary>Makes the answer of a tool.</summary>
    /// <param name="toolCallId">The id of the call that it answers.</param>
    /// <param name="text">The answer.</param>
    /// <returns>The message.</returns>
    public static ChatMessage Tool(string toolCallId, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(toolCallId);
        return new(ChatRole.Tool, text) { ToolCallId = toolCallId };
    }

    /// <summary>Makes the answer of a tool.</summary>
    /// <param name="call">The call that it answers.</param>
    /// <param name="text">The answer.</param>
    /// <returns>The message.</returns>
    public static ChatMessage Tool(ChatToolCall call, string text)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Tool(call.Id, text);
    }

    /// <summary>Makes the answer of a function in the way that was before tools.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="text">The answer.</param>
    /// <returns>The message.</returns>
    public static ChatMessage Function(string name, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new(ChatRole.Function, text) { Name = name };
    }

    private static ImmutableArray<ChatContentPart> Optional(string? text) => text is null ? [] : [new ChatTextPart(text)];
}
