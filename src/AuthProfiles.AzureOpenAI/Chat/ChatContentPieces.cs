using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Writes the pieces of what was said in the form that the conventions of OpenTelemetry have for them.</summary>
internal static class ChatContentPieces
{
    public static void Part(Utf8JsonWriter json, ChatContentPart part)
    {
        switch (part)
        {
            case ChatTextPart text:
                Text(json, "text"u8, text.Text);
                break;
            case ChatImagePart { Url: { } url } when !url.StartsWith("data:", StringComparison.OrdinalIgnoreCase):
                Reference(json, "uri"u8, "image", null, "uri"u8, url);
                break;
            case ChatImagePart image:
                Reference(json, "blob"u8, "image", image.MediaType, default, null);
                break;
            case ChatAudioPart audio:
                Reference(json, "blob"u8, "audio", "audio/" + audio.Format, default, null);
                break;
            case ChatFilePart { FileId: { } id }:
                Reference(json, "file"u8, "document", null, "file_id"u8, id);
                break;
            case ChatFilePart file:
                Reference(json, "blob"u8, "document", file.MediaType, default, null);
                break;
        }
    }

    public static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> type, string? text)
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
    private static void Reference(Utf8JsonWriter json, ReadOnlySpan<byte> type, string modality, string? mediaType, ReadOnlySpan<byte> member, string? value)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString("modality"u8, modality);
        JsonWrite.Text(json, "mime_type"u8, mediaType);
        JsonWrite.Text(json, member, value);
        json.WriteEndObject();
    }

    public static void Calls(Utf8JsonWriter json, ReadOnlySpan<ChatToolCall> calls, ChatFunctionCall? function)
    {
        foreach (var call in calls)
        {
            Call(json, call.Id, call.Name.Length > 0 ? call.Name : call.Type, call.Arguments);
        }

        if (function is not null)
        {
            Call(json, null, function.Name, function.Arguments);
        }
    }

    private static void Call(Utf8JsonWriter json, string? id, string name, string arguments)
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
