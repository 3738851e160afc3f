using System.Globalization;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>The steps that all hand-written writers share: null is not written.</summary>
internal static class JsonWriting
{
    public static void Text(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void Id(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } id)
        {
            writer.WriteNumber(name, id);
        }
    }

    /// <summary>Writes a time in UTC as Zendesk writes it: to the second, with a fraction only where there is one.</summary>
    public static void Time(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            writer.WriteString(name, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        }
    }

    public static void Texts(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
