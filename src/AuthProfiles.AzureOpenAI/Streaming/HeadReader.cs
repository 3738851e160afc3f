using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Reads what all chunks of a stream repeat; only what differs costs anything.</summary>
internal static class HeadReader
{
    /// <summary>Reads the member whose name was read last; false if it is another one.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, ref ChatStreamHead head)
    {
        if (reader.ValueTextEquals("id"u8))
        {
            head = Changed(ref reader, head.Id) is { } id ? head with { Id = id } : head;
        }
        else if (reader.ValueTextEquals("model"u8))
        {
            head = Changed(ref reader, head.Model) is { } model ? head with { Model = model } : head;
        }
        else if (reader.ValueTextEquals("system_fingerprint"u8))
        {
            head = Changed(ref reader, head.SystemFingerprint) is { } fingerprint ? head with { SystemFingerprint = fingerprint } : head;
        }
        else if (reader.ValueTextEquals("created"u8))
        {
            var created = JsonRead.UnixTime(ref reader);
            head = created is null || created == head.CreatedAt ? head : head with { CreatedAt = created };
        }
        else if (reader.ValueTextEquals("object"u8))
        {
            JsonRead.SkipValue(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    // The first chunk, and those of filters that run beside the model, have empty texts.
    private static string? Changed(ref Utf8JsonReader reader, string? known)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.ValueTextEquals(known) || reader.ValueTextEquals(string.Empty) ? null : reader.GetString(),
            _ => throw new JsonException("A member that is text has another type."),
        };
    }
}
