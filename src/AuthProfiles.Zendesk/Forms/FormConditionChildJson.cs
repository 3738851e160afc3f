using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Forms;

/// <summary>Reads and writes the fields that appear.</summary>
internal static class FormConditionChildJson
{
    private static readonly string[] Scopes = ["NO_STATUSES", "SOME_STATUSES", "ALL_STATUSES"];

    public static FormConditionChild? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null;
        bool? isRequired = null;
        string? requiredOn = null;
        IReadOnlyList<string> statuses = [];
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case var _ when name.SequenceEqual("is_required"u8):
                    isRequired = json.Boolean();
                    break;
                case var _ when name.SequenceEqual("required_on_statuses"u8):
                    requiredOn = ReadScope(ref json, out statuses);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return id is { } field ? new FormConditionChild(field, isRequired ?? false) { RequiredOn = requiredOn, RequiredStatuses = statuses } : null;
    }

    public static void Write(Utf8JsonWriter writer, FormConditionChild child)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, child.FieldId);
        writer.WriteBoolean("is_required"u8, child.IsRequired);
        if (child.RequiredOn is { } requiredOn)
        {
            writer.WriteStartObject("required_on_statuses"u8);
            writer.WriteString("type"u8, requiredOn);
            JsonWriting.Texts(writer, "statuses"u8, child.RequiredStatuses.Count == 0 ? null : child.RequiredStatuses);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static string? ReadScope(ref JsonSource json, out IReadOnlyList<string> statuses)
    {
        statuses = [];
        if (!json.BeginsObject())
        {
            return null;
        }

        string? type = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("type"u8))
            {
                type = json.Text(Scopes);
            }
            else if (name.SequenceEqual("statuses"u8))
            {
                statuses = json.Texts();
            }
            else
            {
                json.Skip();
            }
        }

        return type;
    }
}
