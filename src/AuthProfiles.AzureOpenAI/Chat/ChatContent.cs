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
            WriteText(json, "reasoning"u8, choice.Message.ReasoningContent);
            WriteText(json, "text"u8, choice.Message.Content ?? choice.Message.Audio?.Transcript);
            WriteText(json, "refusal"u8, choice.Message.Refusal);
            WriteCalls(json, choice.Message.ToolCalls.AsSpan(), choice.Message.FunctionCall);
            json.WriteEndArray();
            json.WriteString("finish_reason"u8, choice.FinishReason.ToString());
            json.WriteEndObject();
        }
    });

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
                WritePart(json, part);
            }
        }

        WriteText(json, "refusal"u8, message.Refusal);
        WriteCalls(json, message.ToolCalls.AsSpan(), message.FunctionCall);
    }

    private static void WritePart(Utf8JsonWriter json, ChatContentPart part)
    {
        switch (part)
        {
            case ChatTextPart text:
                WriteText(json, "text"u8, text.Text);
                break;
            case ChatImagePart { Url: { } url } when !url.StartsWith("data:", StringComparison.OrdinalIgnoreCase):
                WriteReference(json, "uri"u8, "image", null, "uri"u8, url);
                break;
            case ChatImagePart image:
                WriteReference(json, "blob"u8, "image", image.MediaType, default, null);
                break;
            case ChatAudioPart audio:
                WriteReference(json, "blob"u8, "audio", "audio/" + audio.Format, default, null);
                break;
            case ChatFilePart { FileId: { } id }:
                WriteReference(json, "file"u8, "document", null, "file_id"u8, id);
                break;
            case ChatFilePart file:
                WriteReference(json, "blob"u8, "document", file.MediaType, default, null);
                break;
        }
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> type, string? text)
    {
        if (text is not null)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            json.WriteString("content"u8, text);
            json.WriteEndObject();
        }
    }

    // A part with a type and members of its own is allowed: the bytes of a recording have no place in a trace.
    private static void WriteReference(Utf8JsonWriter json, ReadOnlySpan<byte> type, string modality, string? mediaType, ReadOnlySpan<byte> member, string? value)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString("modality"u8, modality);
        JsonWrite.Text(json, "mime_type"u8, mediaType);
        JsonWrite.Text(json, member, value);
        json.WriteEndObject();
    }

    private static void WriteCalls(Utf8JsonWriter json, ReadOnlySpan<ChatToolCall> calls, ChatFunctionCall? function)
    {
        foreach (var call in calls)
        {
            WriteCall(json, call.Id, call.Name.Length > 0 ? call.Name : call.Type, call.Arguments);
        }

        if (function is not null)
        {
            WriteCall(json, null, function.Name, function.Arguments);
        }
    }

    private static void WriteCall(Utf8JsonWriter json, string? id, string name, string arguments)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "tool_call"u8);
        JsonWrite.Text(json, "id"u8, id);
        json.WriteString("name"u8, name);
        if (ToolArguments.TryParse(arguments, out var parsed))
        {
            JsonWrite.Json(json, "arguments"u8, parsed);
        }
        else
        {
            json.WriteString("arguments"u8, arguments);
        }

        json.WriteEndObject();
    }
}
