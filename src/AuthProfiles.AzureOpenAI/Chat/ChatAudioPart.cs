using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Speech in a message.</summary>
public sealed record ChatAudioPart : ChatContentPart
{
    /// <summary>Initializes a new instance of the <see cref="ChatAudioPart"/> class.</summary>
    /// <param name="bytes">The recording. It is not copied: do not change it while requests use it.</param>
    /// <param name="format">How it is encoded: <c>wav</c> or <c>mp3</c>. The set is open.</param>
    public ChatAudioPart(ReadOnlyMemory<byte> bytes, string format)
    {
        ArgumentException.ThrowIfNullOrEmpty(format);
        Bytes = bytes;
        Format = format;
    }

    /// <summary>Gets the recording.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Gets how it is encoded.</summary>
    public string Format { get; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "input_audio"u8);
        json.WriteStartObject("input_audio"u8);
        json.WriteBase64String("data"u8, Bytes.Span);
        json.WriteString("format"u8, Format);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
