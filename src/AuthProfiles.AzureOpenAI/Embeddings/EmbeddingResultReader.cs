using System.Runtime.InteropServices;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>Reads the answer to an embedding request.</summary>
internal static class EmbeddingResultReader
{
    /// <summary>Reads an answer; null if the object is none, because it has no data.</summary>
    /// <param name="utf8">The answer.</param>
    /// <param name="count">How many vectors there have to be.</param>
    /// <param name="requestId">The id of the call.</param>
    /// <exception cref="JsonException">The text is no JSON object, a known member has another type, or vectors are missing, doubled or broken.</exception>
    /// <exception cref="InvalidOperationException">A text is no valid UTF-8.</exception>
    public static EmbeddingResult? Read(ReadOnlySpan<byte> utf8, int count, string? requestId)
    {
        var reader = new Utf8JsonReader(JsonRead.WithoutMark(utf8));
        string? model = null;
        ReadOnlyMemory<float>[]? vectors = null;
        EmbeddingUsage? usage = null;
        if (!JsonRead.EntersObject(ref reader))
        {
            return null;
        }

        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("data"u8))
            {
                vectors = ReadVectors(ref reader, count);
            }
            else if (reader.ValueTextEquals("model"u8))
            {
                model = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("usage"u8))
            {
                usage = ReadUsage(ref reader);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        // Anything after the object is an error of the reader.
        reader.Read();
        return vectors is null ? null : new EmbeddingResult
        {
            Model = model ?? string.Empty,
            Vectors = ImmutableCollectionsMarshal.AsImmutableArray(vectors),
            Usage = usage,
            RequestId = requestId,
        };
    }

    private static ReadOnlyMemory<float>[]? ReadVectors(ref Utf8JsonReader reader, int count)
    {
        if (!JsonRead.EntersArray(ref reader))
        {
            return null;
        }

        var vectors = new ReadOnlyMemory<float>[count];
        var position = 0;
        while (JsonRead.NextObject(ref reader))
        {
            var (index, vector) = ReadVector(ref reader, position);
            if (index >= count || vector is null || !vectors[index].IsEmpty)
            {
                throw new JsonException("A vector is doubled, empty or belongs to no text.");
            }

            vectors[index] = vector;
            position++;
        }

        return position == count ? vectors : throw new JsonException("There are fewer vectors than texts.");
    }

    private static (int Index, float[]? Vector) ReadVector(ref Utf8JsonReader reader, int position)
    {
        var index = position;
        float[]? vector = null;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("embedding"u8))
            {
                vector = VectorReader.Read(ref reader);
            }
            else if (reader.ValueTextEquals("index"u8))
            {
                index = JsonRead.Index(ref reader);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return (index, vector);
    }

    private static EmbeddingUsage? ReadUsage(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EntersObject(ref reader))
        {
            return null;
        }

        long prompt = 0, total = 0;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("prompt_tokens"u8))
            {
                prompt = JsonRead.Count(ref reader);
            }
            else if (reader.ValueTextEquals("total_tokens"u8))
            {
                total = JsonRead.Count(ref reader);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return new() { PromptTokens = prompt, TotalTokens = total };
    }
}
