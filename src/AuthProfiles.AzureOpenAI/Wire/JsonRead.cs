using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>The steps of reading an answer: strict about what a member is, indifferent to members it does not know.</summary>
internal static class JsonRead
{
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Cuts off the byte order mark that some gateways put before the answer.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith(Mark) ? utf8[Mark.Length..] : utf8;

    /// <summary>Reads the start of a member's value: true for an object, false for null.</summary>
    public static bool EntersObject(ref Utf8JsonReader reader) => Enters(ref reader, JsonTokenType.StartObject);

    /// <summary>Reads the start of a member's value: true for an array, false for null.</summary>
    public static bool EntersArray(ref Utf8JsonReader reader) => Enters(ref reader, JsonTokenType.StartArray);

    /// <summary>Moves to the next member's name; false at the end of the object.</summary>
    public static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Moves into the next object of an array; false at the end of the array.</summary>
    public static bool NextObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => true,
            JsonTokenType.EndArray => false,
            _ => throw new JsonException("An array holds something other than objects."),
        };
    }

    public static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    public static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw new JsonException("A member that is text has another type."),
        };
    }

    /// <summary>Reads a count; null and what does not fit are 0, because a strange count must not cost the answer.</summary>
    public static long Count(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetInt64(out var count) ? count : 0;
        }

        reader.Skip();
        return 0;
    }

    /// <summary>Reads a number; what is none is not a number, because a strange number must not cost the answer.</summary>
    public static double Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetDouble(out var number) ? number : double.NaN;
        }

        reader.Skip();
        return double.NaN;
    }

    /// <summary>Reads a time in seconds; null where there is none that fits.</summary>
    public static DateTimeOffset? UnixTime(ref Utf8JsonReader reader)
    {
        var seconds = Count(ref reader);
        return seconds > 0 && seconds <= LastSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    /// <summary>Reads bytes; null stays null.</summary>
    /// <exception cref="FormatException">The text is no base64.</exception>
    public static byte[]? Base64(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetBytesFromBase64(),
            JsonTokenType.Null => null,
            _ => throw new JsonException("A member that is base64 has another type."),
        };
    }

    /// <summary>Reads a position, which decides what belongs to what.</summary>
    public static int Index(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var index) && index >= 0
            ? index
            : throw new JsonException("An index is no number from 0 on.");
    }

    /// <summary>Copies the bytes of a member's value if it is an object, or else skips it.</summary>
    public static byte[]? RawObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8) => ObjectSpan(ref reader, utf8) is { IsEmpty: false } value ? value.ToArray() : null;

    /// <summary>Returns the bytes of a member's value if it is an object, or else skips it and returns none.</summary>
    public static ReadOnlySpan<byte> ObjectSpan(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        reader.Skip();
        return isObject ? utf8[start..(int)reader.BytesConsumed] : [];
    }

    private static bool Enters(ref Utf8JsonReader reader, JsonTokenType start)
    {
        reader.Read();
        return reader.TokenType == start
            || (reader.TokenType == JsonTokenType.Null ? false : throw new JsonException("A member has another type than its name says."));
    }
}
