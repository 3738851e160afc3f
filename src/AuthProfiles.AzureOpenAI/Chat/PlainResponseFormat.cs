using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>A form that is nothing but its name.</summary>
internal sealed record PlainResponseFormat(string Type) : ChatResponseFormat
{
    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, Type);
        json.WriteEndObject();
    }
}
