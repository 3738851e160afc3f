using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Says what form the model's answer has.</summary>
/// <remarks>Immutable and thread-safe. The forms are the connector's own.</remarks>
public abstract record ChatResponseFormat
{
    private protected ChatResponseFormat()
    {
    }

    /// <summary>Gets the form of ordinary text, which is what the service does by itself.</summary>
    public static ChatResponseFormat Text { get; } = new PlainResponseFormat("text");

    /// <summary>Gets the form of a JSON object. A message has to ask for JSON too, or else the model may write white space without end.</summary>
    public static ChatResponseFormat JsonObject { get; } = new PlainResponseFormat("json_object");

    internal abstract void Write(Utf8JsonWriter json);
}
