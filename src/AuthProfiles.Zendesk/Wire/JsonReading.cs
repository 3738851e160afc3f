using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>The steps of hand-written readers that go token by token; most use them through <see cref="JsonSource"/>. A value of an unexpected type is read as absent, never as an error.</summary>
internal static class JsonReading
{
    /// <summary>Moves to the next member's name; false at the object's end.</summary>
    public static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Returns the member's name in UTF-8; it stays valid while the reader moves on.</summary>
    public static ReadOnlySpan<byte> Name(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;

    public static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    /// <summary>Reads a text that is mostly one of a few, without making a new string for those.</summary>
    public static string? Text(ref Utf8JsonReader reader, string[] known)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            foreach (var text in known)
            {
                if (reader.ValueTextEquals(text))
                {
                    return text;
                }
            }
        }

        return Text(ref reader) is { Length: > 0 } other ? other : null;
    }

    public static long? Int64(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
        {
            return number;
        }

        // Some members are numbers in quotes in some answers.
        return long.TryParse(Text(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) ? number : null;
    }

    public static bool? Boolean(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return reader.GetBoolean();
        }

        reader.Skip();
        return null;
    }

    public static DateTimeOffset? Time(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.TryGetDateTimeOffset(out var time) ? time : null;
        }

        reader.Skip();
        return null;
    }

    /// <summary>Reads an array; items that read as null are left out, anything but an array is empty.</summary>
    public static IReadOnlyList<T> List<T>(ref Utf8JsonReader reader, JsonRead<T?> read)
        where T : class
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return [];
        }

        List<T>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (read(ref reader) is { } item)
            {
                (items ??= []).Add(item);
            }
        }

        return items is null ? [] : items.ToArray();
    }
}
