using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Turns messages into those of a request. A message without any content goes as an empty text.</summary>
internal static class MessageMapper
{
    private static readonly ChatRole Developer = new("developer");

    /// <summary>Makes the messages of a request, the instructions first.</summary>
    /// <exception cref="ArgumentException">There is no message, or one is null.</exception>
    /// <exception cref="NotSupportedException">The service has no such role, or no such content in it.</exception>
    public static ImmutableArray<Chat.ChatMessage> ToMessages(IEnumerable<ChatMessage> messages, string? instructions)
    {
        var first = string.IsNullOrWhiteSpace(instructions) ? null : Chat.ChatMessage.System(instructions);
        var mapped = ImmutableArray.CreateBuilder<Chat.ChatMessage>((messages.TryGetNonEnumeratedCount(out var count) ? count : 4) + (first is null ? 0 : 1));
        if (first is not null)
        {
            mapped.Add(first);
        }

        foreach (var message in messages)
        {
            Add(mapped, message ?? throw new ArgumentException("A message is null.", nameof(messages)));
        }

        return mapped.Count > 0 ? mapped.DrainToImmutable() : throw new ArgumentException("A chat request has at least one message.", nameof(messages));
    }

    private static void Add(ImmutableArray<Chat.ChatMessage>.Builder mapped, ChatMessage message)
    {
        if (message.RawRepresentation is Chat.ChatMessage raw)
        {
            mapped.Add(raw);
        }
        else if (message.Role == ChatRole.User)
        {
            mapped.Add(Named(User(message), message));
        }
        else if (message.Role == ChatRole.Assistant)
        {
            mapped.Add(Named(AnswerMapper.ToMessage(message), message));
        }
        else if (message.Role == ChatRole.System)
        {
            mapped.Add(Named(Chat.ChatMessage.System(Text(message)), message));
        }
        else if (message.Role == ChatRole.Tool)
        {
            AddResults(mapped, message);
        }
        else if (message.Role == Developer)
        {
            mapped.Add(Named(Chat.ChatMessage.Developer(Text(message)), message));
        }
        else
        {
            throw new NotSupportedException($"The service has no role '{message.Role}': give one of system, developer, user, assistant and tool.");
        }
    }

    private static Chat.ChatMessage User(ChatMessage message)
    {
        if (message.Contents is [TextContent { RawRepresentation: not Chat.ChatContentPart } single])
        {
            return Chat.ChatMessage.User(single.Text);
        }

        var parts = ImmutableArray.CreateBuilder<Chat.ChatContentPart>(message.Contents.Count);
        foreach (var content in message.Contents)
        {
            if (!ContentRules.IsLeftOut(content))
            {
                parts.Add(ContentPartMapper.ToPart(content) ?? throw ContentRules.Refused(content, message.Role));
            }
        }

        return parts.Count == 0 ? Chat.ChatMessage.User(string.Empty) : Chat.ChatMessage.User(parts.DrainToImmutable());
    }

    // One message for each result. Their order is the caller's.
    private static void AddResults(ImmutableArray<Chat.ChatMessage>.Builder mapped, ChatMessage message)
    {
        foreach (var content in message.Contents)
        {
            if (content is FunctionResultContent result)
            {
                mapped.Add(Chat.ChatMessage.Tool(result.CallId, FunctionMapper.ToText(result)));
            }
            else if (!ContentRules.IsLeftOut(content))
            {
                throw ContentRules.Refused(content, message.Role);
            }
        }
    }

    private static string Text(ChatMessage message)
    {
        if (message.Contents is [TextContent single])
        {
            return single.Text;
        }

        foreach (var content in message.Contents)
        {
            if (content is not TextContent && !ContentRules.IsLeftOut(content))
            {
                throw ContentRules.Refused(content, message.Role);
            }
        }

        return message.Text;
    }

    private static Chat.ChatMessage Named(Chat.ChatMessage mapped, ChatMessage message) =>
        AuthorName.Of(message.AuthorName) is { } name ? mapped with { Name = name } : mapped;
}
