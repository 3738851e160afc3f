using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Writes the members of a chat request's body that asks for a stream.</summary>
internal static class StreamedChatWriter
{
    public static void Write(Utf8JsonWriter json, ChatRequest request)
    {
        ChatRequestWriter.Write(json, request);
        json.WriteBoolean("stream"u8, true);
        if (request.IncludeUsage)
        {
            json.WriteStartObject("stream_options"u8);
            json.WriteBoolean("include_usage"u8, true);
            json.WriteEndObject();
        }
    }
}
