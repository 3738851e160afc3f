using System.Text.Json;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Macros;

/// <summary>Reads and writes what macros do.</summary>
internal static class MacroActionJson
{
    public static MacroAction? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? field = null;
        var value = default(CustomFieldValue);
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("field"u8))
            {
                field = json.Text();
            }
            else if (name.SequenceEqual("value"u8))
            {
                value = CustomFieldJson.ReadValue(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return field is null ? null : new MacroAction(field, value);
    }

    public static void Write(Utf8JsonWriter writer, MacroAction action)
    {
        writer.WriteStartObject();
        writer.WriteString("field"u8, action.Field);
        writer.WritePropertyName("value"u8);
        CustomFieldJson.WriteValue(writer, action.Value);
        writer.WriteEndObject();
    }
}
