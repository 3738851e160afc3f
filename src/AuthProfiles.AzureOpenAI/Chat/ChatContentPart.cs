using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>One piece of a message's content.</summary>
/// <remarks>Immutable and thread-safe. The kinds of pieces are the connector's own.</remarks>
public abstract record ChatContentPart
{
    private protected ChatContentPart()
    {
    }

    /// <summary>Turns text into a piece.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ChatContentPart(string text) => FromString(text);

    /// <summary>Turns text into a piece.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The piece.</returns>
    public static ChatContentPart FromString(string text) => new ChatTextPart(text);

    internal abstract void Write(Utf8JsonWriter json);
}
