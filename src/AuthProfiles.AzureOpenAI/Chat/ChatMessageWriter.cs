using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Writes the messages of a chat request.</summary>
internal static class ChatMessageWriter
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<ChatMessage> messages)
    {
        json.WriteStartArray("messages"u8);
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("role"u8, RoleOf(message.Role));
            WriteContent(json, message.Content);
            JsonWrite.Text(json, "name"u8, message.Name);
            JsonWrite.Text(json, "tool_call_id"u8, message.ToolCallId);
            WriteAnswer(json, message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // A single text goes as a string: every model and every version takes that. No content goes as null, which older versions want to see.
    private static void WriteContent(Utf8JsonWriter json, ImmutableArray<ChatContentPart> content)
    {
        if (content.IsEmpty)
        {
            json.WriteNull("content"u8);
            return;
        }

        if (content is [ChatTextPart single])
        {
            json.WriteString("content"u8, single.Text);
            return;
        }

        json.WriteStartArray("content"u8);
        foreach (var part in content)
        {
            part.Write(json);
        }

        json.WriteEndArray();
    }

    private static void WriteAnswer(Utf8JsonWriter json, ChatMessage message)
    {
        JsonWrite.Text(json, "refusal"u8, message.Refusal);
        if (message.AudioId is not null)
        {
            json.WriteStartObject("audio"u8);
            json.WriteString("id"u8, message.AudioId);
            json.WriteEndObject();
        }

        if (message.FunctionCall is { } function)
        {
            WriteFunction(json, "function_call"u8, function.Name, function.Arguments);
        }

        if (message.ToolCalls.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("tool_calls"u8);
        foreach (var call in message.ToolCalls)
        {
            WriteCall(json, call);
        }

        json.WriteEndArray();
    }

    private static void WriteCall(Utf8JsonWriter json, ChatToolCall call)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, call.Id);
        json.WriteString("type"u8, call.Type);
        if (call.Name.Length > 0)
        {
            WriteFunction(json, "function"u8, call.Name, call.Arguments);
        }

        // Another kind of tool goes back as it came.
        foreach (var (name, value) in call.AdditionalProperties)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteFunction(Utf8JsonWriter json, ReadOnlySpan<byte> member, string name, string arguments)
    {
        json.WriteStartObject(member);
        json.WriteString("name"u8, name);
        json.WriteString("arguments"u8, arguments);
        json.WriteEndObject();
    }

    /// <summary>Returns the service's word for a role.</summary>
    public static ReadOnlySpan<byte> RoleOf(ChatRole role) => role switch
    {
        ChatRole.System => "system"u8,
        ChatRole.Developer => "developer"u8,
        ChatRole.User => "user"u8,
        ChatRole.Assistant => "assistant"u8,
        ChatRole.Tool => "tool"u8,
        _ => "function"u8,
    };
}
