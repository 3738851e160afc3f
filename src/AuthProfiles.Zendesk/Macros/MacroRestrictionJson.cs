using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Macros;

/// <summary>Reads and writes who has a macro.</summary>
internal static class MacroRestrictionJson
{
    private static readonly string[] Types = ["Group", "User"];

    public static MacroRestriction? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? type = null;
        long? id = null;
        IReadOnlyList<long> ids = [];
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("type"u8):
                    type = json.Text(Types);
                    break;
                case var _ when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case var _ when name.SequenceEqual("ids"u8):
                    ids = json.Ids();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        // An empty object is no restriction.
        return type is null ? null : new MacroRestriction { Type = type, Id = id, Ids = ids };
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, MacroRestriction? restriction)
    {
        if (restriction is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("type"u8, restriction.Type);
        JsonWriting.Id(writer, "id"u8, restriction.Id);
        JsonWriting.Ids(writer, "ids"u8, restriction.Ids.Count == 0 ? null : restriction.Ids);
        writer.WriteEndObject();
    }
}
