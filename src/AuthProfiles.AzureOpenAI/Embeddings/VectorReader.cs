using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>Reads one vector: base64 of little-endian floats, or an array of numbers from a server that does not know the encoding.</summary>
internal static class VectorReader
{
    private const int UsualDimensions = 1536;

    /// <exception cref="JsonException">The value is neither, is empty, or its base64 is broken.</exception>
    public static float[] Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String when reader.ValueIsEscaped => ReadEscaped(ref reader),
            JsonTokenType.String => Decode(reader.ValueSpan),
            JsonTokenType.StartArray => ReadNumbers(ref reader),
            _ => throw new JsonException("An embedding is neither base64 nor an array of numbers."),
        };
    }

    // Some servers write the slash of base64 as \/.
    private static float[] ReadEscaped(ref Utf8JsonReader reader)
    {
        var unescaped = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return Decode(unescaped.AsSpan(0, reader.CopyString(unescaped)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(unescaped);
        }
    }

    private static float[] Decode(ReadOnlySpan<byte> base64)
    {
        var length = (base64.Length / 4 * 3) - (base64.Length - base64.TrimEnd((byte)'=').Length);
        if (base64.Length % 4 != 0 || length <= 0 || length % sizeof(float) != 0)
        {
            throw new JsonException("The base64 of an embedding has a length that no vector has.");
        }

        var vector = GC.AllocateUninitializedArray<float>(length / sizeof(float));
        if (Base64.DecodeFromUtf8(base64, MemoryMarshal.AsBytes(vector.AsSpan()), out _, out var written) != OperationStatus.Done || written != length)
        {
            throw new JsonException("The base64 of an embedding is broken.");
        }

        if (!BitConverter.IsLittleEndian)
        {
            var bits = MemoryMarshal.Cast<float, int>(vector.AsSpan());
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }

        return vector;
    }

    private static float[] ReadNumbers(ref Utf8JsonReader reader)
    {
        var numbers = ArrayPool<float>.Shared.Rent(UsualDimensions);
        try
        {
            var count = 0;
            while (reader.Read() && reader.TokenType == JsonTokenType.Number)
            {
                if (count == numbers.Length)
                {
                    numbers = Grow(numbers);
                }

                numbers[count++] = reader.GetSingle();
            }

            return reader.TokenType == JsonTokenType.EndArray && count > 0
                ? numbers.AsSpan(0, count).ToArray()
                : throw new JsonException("An embedding is empty or holds something other than numbers.");
        }
        finally
        {
            ArrayPool<float>.Shared.Return(numbers);
        }
    }

    private static float[] Grow(float[] numbers)
    {
        var larger = ArrayPool<float>.Shared.Rent(numbers.Length * 2);
        numbers.CopyTo(larger, 0);
        ArrayPool<float>.Shared.Return(numbers);
        return larger;
    }
}
