using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Reads how probable the tokens of an answer were.</summary>
internal static class ChatLogProbabilitiesReader
{
    /// <summary>Reads the value of <c>logprobs</c>.</summary>
    public static ChatLogProbabilities? Read(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EntersObject(ref reader))
        {
            return null;
        }

        ImmutableArray<ChatTokenLogProbability> content = [], refusal = [];
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("content"u8))
            {
                content = ReadTokens(ref reader);
            }
            else if (reader.ValueTextEquals("refusal"u8))
            {
                refusal = ReadTokens(ref reader);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return new() { Content = content, Refusal = refusal };
    }

    // Alternatives are tokens too; the reader's own bound of depth ends answers that nest them without end.
    private static ImmutableArray<ChatTokenLogProbability> ReadTokens(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EntersArray(ref reader))
        {
            return [];
        }

        var tokens = ImmutableArray.CreateBuilder<ChatTokenLogProbability>();
        while (JsonRead.NextObject(ref reader))
        {
            tokens.Add(ReadToken(ref reader));
        }

        return tokens.DrainToImmutable();
    }

    private static ChatTokenLogProbability ReadToken(ref Utf8JsonReader reader)
    {
        string? token = null;
        var probability = double.NaN;
        byte[]? bytes = null;
        ImmutableArray<ChatTokenLogProbability> alternatives = [];
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("token"u8))
            {
                token = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("logprob"u8))
            {
                probability = JsonRead.Number(ref reader);
            }
            else if (reader.ValueTextEquals("bytes"u8))
            {
                bytes = ReadBytes(ref reader);
            }
            else if (reader.ValueTextEquals("top_logprobs"u8))
            {
                alternatives = ReadTokens(ref reader);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return new()
        {
            Token = token ?? string.Empty,
            LogProbability = probability,

            // An array that is null would turn into memory that is empty.
            Utf8Bytes = bytes is null ? default(ReadOnlyMemory<byte>?) : bytes,
            TopAlternatives = alternatives,
        };
    }

    // A token is a few bytes long; numbers that are none cost the bytes, not the answer.
    private static byte[]? ReadBytes(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EntersArray(ref reader))
        {
            return null;
        }

        var bytes = new ArrayBufferWriter<byte>(16);
        var areBytes = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Number && reader.TryGetByte(out var value))
            {
                bytes.Write([value]);
                continue;
            }

            areBytes = false;
            reader.Skip();
        }

        return areBytes ? bytes.WrittenSpan.ToArray() : null;
    }
}
