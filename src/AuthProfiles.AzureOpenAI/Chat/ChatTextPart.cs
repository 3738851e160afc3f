using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Text in a message.</summary>
public sealed record ChatTextPart : ChatContentPart
{
    /// <summary>Initializes a new instance of the <see cref="ChatTextPart"/> class.</summary>
    /// <param name="text">The text, which may be empty.</param>
    public ChatTextPart(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>Gets the text.</summary>
    public string Text { get; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "text"u8);
        json.WriteString("text"u8, Text);
        json.WriteEndObject();
    }
}
