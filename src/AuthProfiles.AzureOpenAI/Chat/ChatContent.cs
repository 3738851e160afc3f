using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Writes what was said in the form that the conventions of OpenTelemetry have for it. Images, speech and files are named and not shown.</summary>
internal static class ChatContent
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes the conversation that is sent. Instructions are messages of it, as they are to the service.</summary>
    public static string Input(ChatRequest request) => Write(request, static (json, request) =>
    {
        foreach (var message in request.Messages)
        {
            json.WriteStartObject();
            json.WriteString("role"u8, ChatMessageWriter.RoleOf(message.Role));
            JsonWrite.Text(json, "name"u8, message.Name);
            json.WriteStartArray("parts"u8);
            WriteParts(json, message);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    });

    /// <summary>Writes the answers.</summary>
    public static string Output(ChatCompletion completion) => Write(completion, static (json, completion) =>
    {
        foreach (var choice in completion.Choices)
        {
            json.WriteStartObject();
            json.WriteString("role"u8, "assistant"u8);
            json.WriteStartArray("parts"u8);
            ChatContentPieces.Text(json, "reasoning"u8, choice.Message.ReasoningContent);
            ChatContentPieces.Text(json, "text"u8, choice.Message.Content ?? choice.Message.Audio?.Transcript);
            ChatContentPieces.Text(json, "refusal"u8, choice.Message.Refusal);
            ChatContentPieces.Calls(json, choice.Message.ToolCalls.AsSpan(), choice.Message.FunctionCall);
            json.WriteEndArray();
            json.WriteString("finish_reason"u8, ReasonOf(choice.FinishReason));
            json.WriteEndObject();
        }
    });

    // The conventions have one word for calls of both kinds, and one for an answer that never came to its end.
    private static string ReasonOf(FinishReason reason) => reason.Value switch
    {
        "tool_calls" or "function_call" => "tool_call",
        null or "" => "error",
        var other => other,
    };

    private static string Write<T>(T said, Action<Utf8JsonWriter, T> write)
    {
        using var buffer = new PooledBuffer(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            write(json, said);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    private static void WriteParts(Utf8JsonWriter json, ChatMessage message)
    {
        var isToolResult = message.Role is ChatRole.Tool or ChatRole.Function;
        foreach (var part in message.Content)
        {
            if (isToolResult && part is ChatTextPart result)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, "tool_call_response"u8);
                JsonWrite.Text(json, "id"u8, message.ToolCallId);
                json.WriteString("response"u8, result.Text);
                json.WriteEndObject();
            }
            else
            {
                ChatContentPieces.Part(json, part);
            }
        }

        ChatContentPieces.Text(json, "refusal"u8, message.Refusal);
        ChatContentPieces.Calls(json, message.ToolCalls.AsSpan(), message.FunctionCall);
    }
}
