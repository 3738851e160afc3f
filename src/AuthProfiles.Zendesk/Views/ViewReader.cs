using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Views;

/// <summary>Reads views.</summary>
internal static class ViewReader
{
    public static View? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? position = null;
        string? title = null, rawTitle = null, description = null;
        bool? isActive = null, isDefault = null;
        IReadOnlyList<ViewCondition> all = [], any = [];
        ViewExecution? execution = null;
        ViewRestriction? restriction = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 5 when name.SequenceEqual("title"u8):
                    title = json.Text();
                    break;
                case 6 when name.SequenceEqual("active"u8):
                    isActive = json.Boolean();
                    break;
                case 7 when name.SequenceEqual("default"u8):
                    isDefault = json.Boolean();
                    break;
                case 8 when name.SequenceEqual("position"u8):
                    position = json.Int64();
                    break;
                case 9 when name.SequenceEqual("execution"u8):
                    execution = ViewExecutionReader.Read(ref json);
                    break;
                case 9 when name.SequenceEqual("raw_title"u8):
                    rawTitle = json.Text();
                    break;
                case 10 when name.SequenceEqual("conditions"u8):
                    ViewConditionJson.Read(ref json, out all, out any);
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = json.Text();
                    break;
                case 11 when name.SequenceEqual("restriction"u8):
                    restriction = ViewRestrictionJson.Read(ref json);
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new View
        {
            Id = head.Id("A view"),
            Title = title,
            RawTitle = rawTitle,
            Description = description,
            IsActive = isActive,
            IsDefault = isDefault,
            Position = position,
            All = all,
            Any = any,
            Execution = execution,
            Restriction = restriction,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
