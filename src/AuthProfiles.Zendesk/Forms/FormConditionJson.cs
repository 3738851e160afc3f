using System.Text.Json;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Forms;

/// <summary>Reads and writes what makes fields of a form appear.</summary>
internal static class FormConditionJson
{
    public static FormCondition? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? parent = null;
        var value = default(CustomFieldValue);
        IReadOnlyList<FormConditionChild> children = [];
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("parent_field_id"u8):
                    parent = json.Int64();
                    break;
                case var _ when name.SequenceEqual("value"u8):
                    value = CustomFieldJson.ReadValue(ref json);
                    break;
                case var _ when name.SequenceEqual("child_fields"u8):
                    children = json.List(FormConditionChildJson.Read);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return parent is { } field ? new FormCondition { ParentFieldId = field, Value = value, Children = children } : null;
    }

    public static void Write(Utf8JsonWriter writer, FormCondition condition)
    {
        writer.WriteStartObject();
        writer.WriteNumber("parent_field_id"u8, condition.ParentFieldId);
        writer.WritePropertyName("value"u8);
        CustomFieldJson.WriteValue(writer, condition.Value);
        JsonWriting.List(writer, "child_fields"u8, condition.Children, FormConditionChildJson.Write);
        writer.WriteEndObject();
    }
}
