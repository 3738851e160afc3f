using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>Reads a vector that is the base64 of little-endian floats.</summary>
internal static class Base64Vector
{
    /// <summary>Returns how many numbers the text stands for; 0 for none.</summary>
    /// <exception cref="JsonException">No vector has such a length.</exception>
    public static int Count(ReadOnlySpan<byte> base64)
    {
        var length = (base64.Length / 4 * 3) - (base64.Length - base64.TrimEnd((byte)'=').Length);
        return base64.Length % 4 == 0 && length >= 0 && length % sizeof(float) == 0
            ? length / sizeof(float)
            : throw new JsonException("The base64 of an embedding has a length that no vector has.");
    }

    /// <summary>Decodes the text into numbers, without anything between.</summary>
    /// <exception cref="JsonException">The text is no base64.</exception>
    public static void Decode(ReadOnlySpan<byte> base64, Span<float> numbers)
    {
        var bytes = MemoryMarshal.AsBytes(numbers);
        if (Base64.DecodeFromUtf8(base64, bytes, out _, out var written) != OperationStatus.Done || written != bytes.Length)
        {
            throw new JsonException("The base64 of an embedding is broken.");
        }

        if (!BitConverter.IsLittleEndian)
        {
            var bits = MemoryMarshal.Cast<float, int>(numbers);
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }
    }
}
