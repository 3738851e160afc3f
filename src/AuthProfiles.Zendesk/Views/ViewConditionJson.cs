using System.Text.Json;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Views;

/// <summary>Reads and writes the conditions of views.</summary>
internal static class ViewConditionJson
{
    public static void Read(ref JsonSource json, out IReadOnlyList<ViewCondition> all, out IReadOnlyList<ViewCondition> any)
    {
        all = any = [];
        if (!json.BeginsObject())
        {
            return;
        }

        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("all"u8))
            {
                all = json.List(ReadOne);
            }
            else if (name.SequenceEqual("any"u8))
            {
                any = json.List(ReadOne);
            }
            else
            {
                json.Skip();
            }
        }
    }

    public static void Write(Utf8JsonWriter writer, ViewCondition condition)
    {
        writer.WriteStartObject();
        writer.WriteString("field"u8, condition.Field);
        writer.WriteString("operator"u8, condition.Operator);
        writer.WritePropertyName("value"u8);
        CustomFieldJson.WriteValue(writer, condition.Value);
        writer.WriteEndObject();
    }

    private static ViewCondition? ReadOne(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? field = null, comparison = null;
        var value = default(CustomFieldValue);
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("field"u8))
            {
                field = json.Text();
            }
            else if (name.SequenceEqual("operator"u8))
            {
                comparison = json.Text();
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

        return field is null ? null : new ViewCondition(field, comparison ?? string.Empty, value);
    }
}
