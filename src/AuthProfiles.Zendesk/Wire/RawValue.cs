using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Reads values whose shape is not Zendesk's alone, as they are.</summary>
internal static class RawValue
{
    /// <summary>Reads a value; null for null.</summary>
    public static JsonElement? Read(ref JsonSource json)
    {
        using var document = json.Document();
        return document.RootElement.ValueKind == JsonValueKind.Null ? null : document.RootElement.Clone();
    }

    /// <summary>Reads the values of an array; anything else has none.</summary>
    public static IReadOnlyList<JsonElement> List(ref JsonSource json) => Read(ref json) is { ValueKind: JsonValueKind.Array } values ? [.. values.EnumerateArray()] : [];
}
