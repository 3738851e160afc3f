using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Reads objects whose members are Zendesk's to choose, and keeps them as they are.</summary>
internal static class RawObjectReader
{
    /// <summary>Reads the members of an object; anything else has none.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Read(ref JsonSource json) =>
        json.BeginsObject() ? new RawMembers(Bytes(ref json)) : ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Reads the value as it is written, into memory of its own.</summary>
    public static byte[] Bytes(ref JsonSource json)
    {
        using var document = json.Document();
        return Encoding.UTF8.GetBytes(document.RootElement.GetRawText());
    }
}
