using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>The steps of writing a request: what is not set is not written.</summary>
internal static class JsonWrite
{
    // A multiple of three, so that only the last piece is padded.
    private const int Piece = 12 * 1024;

    public static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Flag(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    public static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Texts(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<string> values)
    {
        if (values.IsDefaultOrEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes JSON as the caller gave it.</summary>
    public static void Json(Utf8JsonWriter json, ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is { } element)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
        }
    }

    /// <summary>Writes bytes as an address that holds them, piece by piece: no copy of the whole is made.</summary>
    public static void DataUri(Utf8JsonWriter json, ReadOnlySpan<byte> name, string mediaType, ReadOnlySpan<byte> bytes)
    {
        json.WritePropertyName(name);
        json.WriteStringValueSegment(Encoding.UTF8.GetBytes($"data:{mediaType};base64,"), isFinalSegment: false);
        var text = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(Piece));
        try
        {
            do
            {
                var piece = bytes[..Math.Min(bytes.Length, Piece)];
                bytes = bytes[piece.Length..];
                Base64.EncodeToUtf8(piece, text, out _, out var written);
                json.WriteStringValueSegment(text.AsSpan(0, written), isFinalSegment: bytes.IsEmpty);
            }
            while (!bytes.IsEmpty);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text);
        }
    }

    /// <summary>Refuses what would end the part of a data address that names its type.</summary>
    public static string MediaType(string text) =>
        MediaTypeHeaderValue.TryParse(text, out _) && !text.Contains(',', StringComparison.Ordinal)
            ? text
            : throw new ArgumentException("A media type is a type and a subtype, such as image/png.", nameof(text));
}
