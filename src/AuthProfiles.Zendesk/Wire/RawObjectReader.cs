using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Reads objects whose members are Zendesk's to choose, and keeps them as they are.</summary>
internal static class RawObjectReader
{
    /// <summary>Reads the members of an object; anything else has none.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return ImmutableDictionary<string, JsonElement>.Empty;
        }

        using var document = json.Document();
        return Of(document.RootElement);
    }

    /// <summary>Returns the members of an object, in memory of their own.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Of(JsonElement value) => new RawMembers(Encoding.UTF8.GetBytes(value.GetRawText()));
}
