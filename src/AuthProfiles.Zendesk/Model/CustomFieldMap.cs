using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Model;

/// <summary>Reads and writes the custom fields of users and organizations, which stand under their keys and not under ids.</summary>
internal static class CustomFieldMap
{
    public static readonly IReadOnlyDictionary<string, CustomFieldValue> Empty = ImmutableDictionary<string, CustomFieldValue>.Empty;

    public static IReadOnlyDictionary<string, CustomFieldValue> Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return Empty;
        }

        Dictionary<string, CustomFieldValue>? fields = null;
        while (json.NextMember(out var name))
        {
            (fields ??= new(StringComparer.Ordinal))[Encoding.UTF8.GetString(name)] = CustomFieldJson.ReadValue(ref json);
        }

        return fields ?? Empty;
    }

    /// <summary>Writes the fields under a name; null is not written.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, CustomFieldValue>? fields)
    {
        if (fields is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        foreach (var (key, value) in fields)
        {
            writer.WritePropertyName(key);
            CustomFieldJson.WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }
}
