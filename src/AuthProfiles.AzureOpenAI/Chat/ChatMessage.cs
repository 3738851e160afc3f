using System.Collections.Immutable;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>One message of the conversation that is sent.</summary>
/// <remarks>Immutable and thread-safe. Its printed form holds its text.</remarks>
public sealed record ChatMessage
{
    private ChatMessage(ChatRole role, ImmutableArray<ChatContentPart> content)
    {
        if (content.IsDefaultOrEmpty || content.Any(static part => part is null))
        {
            throw new ArgumentException("A message has content.", nameof(content));
        }

        Role = role;
        Content = content;
    }

    /// <summary>Gets who speaks.</summary>
    public ChatRole Role { get; }

    /// <summary>Gets the content, at least one piece.</summary>
    public ImmutableArray<ChatContentPart> Content { get; }

    /// <summary>Gets the name that tells participants of one role apart, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the call that a tool's message answers, or null in every other role.</summary>
    public string? ToolCallId { get; private init; }

    /// <summary>Makes an instruction.</summary>
    /// <param name="text">The instruction.</param>
    /// <returns>The message.</returns>
    public static ChatMessage System(string text) => new(ChatRole.System, [text]);

    /// <summary>Makes an instruction to a reasoning model.</summary>
    /// <param name="text">The instruction.</param>
    /// <returns>The message.</returns>
    public static ChatMessage Developer(string text) => new(ChatRole.Developer, [text]);

    /// <summary>Makes a question.</summary>
    /// <param name="text">The question.</param>
    /// <returns>The message.</returns>
    public static ChatMessage User(string text) => new(ChatRole.User, [text]);

    /// <summary>Makes a question of several pieces.</summary>
    /// <param name="parts">The pieces, at least one.</param>
    /// <returns>The message.</returns>
    public static ChatMessage User(params ImmutableArray<ChatContentPart> parts) => new(ChatRole.User, parts);

    /// <summary>Makes an earlier answer of the model.</summary>
    /// <param name="text">The answer.</param>
    /// <returns>The message.</returns>
    public static ChatMessage Assistant(string text) => new(ChatRole.Assistant, [text]);

    /// <summary>Makes the answer of a tool.</summary>
    /// <param name="toolCallId">The id of the call that it answers.</param>
    /// <param name="text">The answer.</param>
    /// <returns>The message.</returns>
    public static ChatMessage Tool(string toolCallId, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(toolCallId);
        return new(ChatRole.Tool, [text]) { ToolCallId = toolCallId };
    }
}
