using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>The steps that all hand-written readers share. A value of an unexpected type is read as absent, never as an error.</summary>
internal static class JsonReading
{
    public static void ExpectObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An object was expected.");
        }
    }

    /// <summary>Moves to the next member's name; false at the object's end.</summary>
    public static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Returns the member's name in UTF-8; it stays valid while the reader moves on.</summary>
    public static ReadOnlySpan<byte> Name(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;

    /// <summary>Reads the one member of an object that matters, such as <c>ticket</c> in the answer to an update.</summary>
    public static T Member<T>(ref Utf8JsonReader reader, string name, JsonRead<T?> read)
        where T : class
    {
        T? found = null;
        ExpectObject(ref reader);
        while (NextMember(ref reader))
        {
            var matches = reader.ValueTextEquals(name);
            reader.Read();
            if (matches)
            {
                found = read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return found ?? throw new JsonException($"The answer has no '{name}'.");
    }

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

    public static IReadOnlyList<string> Texts(ref Utf8JsonReader reader) => List(ref reader, static (ref Utf8JsonReader item) => Text(ref item));

    public static IReadOnlyList<long> Ids(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return [];
        }

        List<long>? ids = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Int64(ref reader) is { } id)
            {
                (ids ??= []).Add(id);
            }
        }

        return ids is null ? [] : ids.ToArray();
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
