using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Reads values whose shape is Zendesk's to choose, and keeps them as they are.</summary>
internal static class RawReader
{
    /// <summary>Reads the members of an object; anything else has none.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Read(ref JsonSource json) =>
        json.BeginsObject() ? new RawMembers(Bytes(ref json)) : ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Reads any value into memory of its own; null is null.</summary>
    public static JsonElement? Value(ref JsonSource json)
    {
        using var document = json.Document();
        return document.RootElement.ValueKind == JsonValueKind.Null ? null : document.RootElement.Clone();
    }

    /// <summary>Reads the values of an array; anything else has none.</summary>
    public static IReadOnlyList<JsonElement> List(ref JsonSource json) => Value(ref json) is { ValueKind: JsonValueKind.Array } values ? [.. values.EnumerateArray()] : [];

    /// <summary>Reads the value as it is written, into memory of its own.</summary>
    public static byte[] Bytes(ref JsonSource json)
    {
        var start = json.Position;
        json.Skip();
        return json.Passed(start).Utf8.ToArray();
    }
}
