using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Reads a spoken answer.</summary>
internal static class ChatAudioReader
{
    /// <summary>Reads the value of <c>audio</c>.</summary>
    /// <exception cref="FormatException">The recording is no base64.</exception>
    public static ChatAudio? Read(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EntersObject(ref reader))
        {
            return null;
        }

        string? id = null, transcript = null;
        DateTimeOffset? expires = null;
        byte[]? bytes = null;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                bytes = JsonRead.Base64(ref reader);
            }
            else if (reader.ValueTextEquals("transcript"u8))
            {
                transcript = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("expires_at"u8))
            {
                expires = JsonRead.UnixTime(ref reader);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return new() { Id = id ?? string.Empty, ExpiresAt = expires, Bytes = bytes, Transcript = transcript ?? string.Empty };
    }
}
