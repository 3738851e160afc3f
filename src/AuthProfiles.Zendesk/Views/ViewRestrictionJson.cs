using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Views;

/// <summary>Reads and writes who may use a view.</summary>
internal static class ViewRestrictionJson
{
    private static readonly string[] Types = [ViewRestriction.GroupType, ViewRestriction.UserType];

    public static ViewRestriction? Read(ref JsonSource json)
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
            if (name.SequenceEqual("type"u8))
            {
                type = json.Text(Types);
            }
            else if (name.SequenceEqual("id"u8))
            {
                id = json.Int64();
            }
            else if (name.SequenceEqual("ids"u8))
            {
                ids = json.Ids();
            }
            else
            {
                json.Skip();
            }
        }

        // An empty object is what some answers have for null.
        return type is null && id is null && ids.Count == 0 ? null : new ViewRestriction(type, id, ids);
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ViewRestriction? restriction)
    {
        if (restriction is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        JsonWriting.Text(writer, "type"u8, restriction.Type);
        JsonWriting.Id(writer, "id"u8, restriction.Id);
        JsonWriting.Ids(writer, "ids"u8, restriction.Ids.Count == 0 ? null : restriction.Ids);
        writer.WriteEndObject();
    }
}
