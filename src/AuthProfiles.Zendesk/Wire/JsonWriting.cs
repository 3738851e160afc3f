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

    public static void Flag(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }

    /// <summary>Writes a member of an update: nothing where it was not assigned, and null where null was.</summary>
    public static void Optional<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Optional<T> member, WriteMember<T?> write)
    {
        if (member is { HasValue: true, Value: null })
        {
            writer.WriteNull(name);
        }
        else if (member.HasValue)
        {
            write(writer, name, member.Value);
        }
    }

    public static void Ids(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<long>? values)
    {
        if (values is null)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a list of records.</summary>
    public static void List<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? values, Action<Utf8JsonWriter, T> write)
    {
        if (values is null)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            write(writer, value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the members that have no property, as they are.</summary>
    public static void Members(Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement> members)
    {
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    public static void Texts(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
