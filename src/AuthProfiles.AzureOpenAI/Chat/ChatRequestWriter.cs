using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Writes the members of a chat request's body.</summary>
internal static class ChatRequestWriter
{
    public static void Write(Utf8JsonWriter json, ChatRequest request)
    {
        if (request.MaxTokens is not null && request.MaxCompletionTokens is not null)
        {
            throw new ArgumentException("MaxTokens and MaxCompletionTokens exclude each other: set the one that the model knows.", nameof(request));
        }

        WriteMessages(json, request.Messages);
        WriteNumber(json, "temperature"u8, request.Temperature);
        WriteNumber(json, "top_p"u8, request.TopP);
        WriteNumber(json, "max_completion_tokens"u8, request.MaxCompletionTokens);
        WriteNumber(json, "max_tokens"u8, request.MaxTokens);
        WriteStop(json, request.Stop);
        WriteNumber(json, "seed"u8, request.Seed);
        WriteNumber(json, "n"u8, request.ChoiceCount);
        if (request.User is not null)
        {
            json.WriteString("user"u8, request.User);
        }

        if (request.ResponseFormat is not null)
        {
            json.WritePropertyName("response_format"u8);
            request.ResponseFormat.Write(json);
        }

        AdditionalMembers.Write(json, request, request.AdditionalProperties, IsTaken);
    }

    // A streamed answer is another operation, and the deployment has a property.
    private static bool IsTaken(ChatRequest request, string name) => name switch
    {
        "messages" or "model" or "stream" => true,
        "temperature" => request.Temperature is not null,
        "top_p" => request.TopP is not null,
        "max_completion_tokens" => request.MaxCompletionTokens is not null,
        "max_tokens" => request.MaxTokens is not null,
        "stop" => !request.Stop.IsDefaultOrEmpty,
        "seed" => request.Seed is not null,
        "n" => request.ChoiceCount is not null,
        "user" => request.User is not null,
        "response_format" => request.ResponseFormat is not null,
        "stream_options" => request.IncludeUsage,
        _ => false,
    };

    private static void WriteMessages(Utf8JsonWriter json, ImmutableArray<ChatMessage> messages)
    {
        json.WriteStartArray("messages"u8);
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("role"u8, RoleOf(message.Role));
            WriteContent(json, message.Content);
            if (message.Name is not null)
            {
                json.WriteString("name"u8, message.Name);
            }

            if (message.ToolCallId is not null)
            {
                json.WriteString("tool_call_id"u8, message.ToolCallId);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // A single text goes as a string: every model and every version takes that.
    private static void WriteContent(Utf8JsonWriter json, ImmutableArray<ChatContentPart> content)
    {
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

    private static ReadOnlySpan<byte> RoleOf(ChatRole role) => role switch
    {
        ChatRole.System => "system"u8,
        ChatRole.Developer => "developer"u8,
        ChatRole.User => "user"u8,
        ChatRole.Assistant => "assistant"u8,
        _ => "tool"u8,
    };

    private static void WriteStop(Utf8JsonWriter json, ImmutableArray<string> stop)
    {
        if (stop.IsDefaultOrEmpty)
        {
            return;
        }

        json.WriteStartArray("stop"u8);
        foreach (var text in stop)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
