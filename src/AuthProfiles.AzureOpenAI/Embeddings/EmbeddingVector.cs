using System.Buffers;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>One object of an answer's data, found but not yet decoded: only its end tells where it belongs.</summary>
internal struct EmbeddingVector
{
    private int? _index;
    private JsonTokenType _type;
    private bool _isEscaped;
    private Range _value;

    /// <summary>Reads from the start of the object to its end; false if its end is not there yet.</summary>
    /// <param name="reader">The reader, at the start of the object.</param>
    /// <param name="vector">The vector.</param>
    /// <exception cref="JsonException">A member has another type than its name says.</exception>
    public static bool TryRead(ref Utf8JsonReader reader, out EmbeddingVector vector)
    {
        vector = default;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            var isWhole = reader.ValueTextEquals("embedding"u8) ? vector.TryEmbedding(ref reader)
                : reader.ValueTextEquals("index"u8) ? vector.TryIndex(ref reader)
                : reader.TrySkip();
            if (!isWhole)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Decodes the vector into its place.</summary>
    /// <param name="block">The places.</param>
    /// <param name="utf8">The text that the reader was over.</param>
    /// <exception cref="JsonException">It has no place, is empty or is broken.</exception>
    public readonly void WriteTo(VectorBlock block, ReadOnlySpan<byte> utf8)
    {
        var value = utf8[_value];
        // Some servers leave the index out, which then is the position.
        var index = _index ?? block.Filled;
        if (_type == JsonTokenType.StartArray)
        {
            NumberVector.Read(value, block.Take(index, NumberVector.Count(value)));
        }
        else if (_isEscaped)
        {
            WriteEscaped(value, block, index);
        }
        else
        {
            var base64 = _type == JsonTokenType.String ? value[1..^1] : [];
            Base64Vector.Decode(base64, block.Take(index, Base64Vector.Count(base64)));
        }
    }

    private bool TryEmbedding(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }

        _type = reader.TokenType;
        _isEscaped = _type == JsonTokenType.String && reader.ValueIsEscaped;
        var start = (int)reader.TokenStartIndex;
        if (_type is not (JsonTokenType.String or JsonTokenType.StartArray))
        {
            throw new JsonException("An embedding is neither base64 nor an array of numbers.");
        }

        var isWhole = reader.TrySkip();
        _value = start..(int)reader.BytesConsumed;
        return isWhole;
    }

    private bool TryIndex(ref Utf8JsonReader reader)
    {
        var whole = reader;
        if (!whole.TrySkip())
        {
            return false;
        }

        _index = Wire.JsonRead.Index(ref reader);
        return true;
    }

    // Some servers write the slash of base64 as \/, some the plus as \u002B.
    private static void WriteEscaped(ReadOnlySpan<byte> value, VectorBlock block, int index)
    {
        var unescaped = ArrayPool<byte>.Shared.Rent(value.Length);
        try
        {
            var reader = new Utf8JsonReader(value);
            reader.Read();
            var base64 = unescaped.AsSpan(0, reader.CopyString(unescaped));
            Base64Vector.Decode(base64, block.Take(index, Base64Vector.Count(base64)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(unescaped);
        }
    }
}
