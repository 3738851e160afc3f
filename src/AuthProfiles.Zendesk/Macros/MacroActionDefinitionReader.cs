using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Macros;

/// <summary>Reads what macros can do, in both shapes: that of the actions and that of the definitions.</summary>
internal static class MacroActionDefinitionReader
{
    public static MacroActionDefinition? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? subject = null, title = null, fieldTitle = null, group = null, type = null;
        IReadOnlyList<MacroChoice> choices = [], operators = [];
        bool? isNullable = null, isRepeatable = null;
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("subject"u8) || name.SequenceEqual("value"u8):
                    subject = json.Text();
                    break;
                case var _ when name.SequenceEqual("title"u8):
                    title = json.Text();
                    break;
                case var _ when name.SequenceEqual("title_for_field"u8):
                    fieldTitle = json.Text();
                    break;
                case var _ when name.SequenceEqual("group"u8):
                    group = json.Text();
                    break;
                case var _ when name.SequenceEqual("type"u8):
                    type = json.Text();
                    break;
                case var _ when name.SequenceEqual("values"u8) && json.Token == JsonTokenType.StartObject:
                    (type, choices) = ReadValues(ref json);
                    break;
                case var _ when name.SequenceEqual("values"u8):
                    choices = json.List(ReadChoice);
                    break;
                case var _ when name.SequenceEqual("operators"u8):
                    operators = json.List(ReadChoice);
                    break;
                case var _ when name.SequenceEqual("nullable"u8):
                    isNullable = json.Boolean();
                    break;
                case var _ when name.SequenceEqual("repeatable"u8):
                    isRepeatable = json.Boolean();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return subject is null ? null : new MacroActionDefinition
        {
            Subject = subject,
            Title = title,
            FieldTitle = fieldTitle,
            Group = group,
            Type = type,
            Choices = choices,
            Operators = operators,
            IsNullable = isNullable ?? false,
            IsRepeatable = isRepeatable ?? false,
        };
    }

    private static (string? Type, IReadOnlyList<MacroChoice> Choices) ReadValues(ref JsonSource json)
    {
        string? type = null;
        IReadOnlyList<MacroChoice> choices = [];
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("type"u8))
            {
                type = json.Text();
            }
            else if (name.SequenceEqual("list"u8))
            {
                choices = json.List(ReadChoice);
            }
            else
            {
                json.Skip();
            }
        }

        return (type, choices);
    }

    private static MacroChoice? ReadChoice(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? title = null, value = null;
        bool? isEnabled = null;
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("title"u8):
                    title = json.Text();
                    break;
                case var _ when name.SequenceEqual("value"u8):
                    value = json.Text();
                    break;
                case var _ when name.SequenceEqual("enabled"u8):
                    isEnabled = json.Boolean();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new MacroChoice(title, value, isEnabled ?? true);
    }
}
