using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Fields;

/// <summary>Reads the fields of users and organizations.</summary>
internal static class RecordFieldReader
{
    public static RecordField? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? position = null;
        string? key = null, type = null, title = null, rawTitle = null, description = null, rawDescription = null, pattern = null, tag = null;
        string? targetType = null;
        bool? isActive = null, isSystem = null;
        IReadOnlyList<FieldOption> options = [];
        IReadOnlyDictionary<string, JsonElement> targetFilter = ImmutableDictionary<string, JsonElement>.Empty;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 3 when name.SequenceEqual("key"u8):
                    key = json.Text();
                    break;
                case 3 when name.SequenceEqual("tag"u8):
                    tag = json.Text();
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    type = json.Text();
                    break;
                case 5 when name.SequenceEqual("title"u8):
                    title = json.Text();
                    break;
                case 6 when name.SequenceEqual("active"u8):
                    isActive = json.Boolean();
                    break;
                case 6 when name.SequenceEqual("system"u8):
                    isSystem = json.Boolean();
                    break;
                case 8 when name.SequenceEqual("position"u8):
                    position = json.Int64();
                    break;
                case 9 when name.SequenceEqual("raw_title"u8):
                    rawTitle = json.Text();
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = json.Text();
                    break;
                case 15 when name.SequenceEqual("raw_description"u8):
                    rawDescription = json.Text();
                    break;
                case 19 when name.SequenceEqual("relationship_filter"u8):
                    targetFilter = RawReader.Read(ref json);
                    break;
                case 20 when name.SequenceEqual("custom_field_options"u8):
                    options = json.List(FieldOptionReader.Read);
                    break;
                case 21 when name.SequenceEqual("regexp_for_validation"u8):
                    pattern = json.Text();
                    break;
                case 24 when name.SequenceEqual("relationship_target_type"u8):
                    targetType = json.Text();
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new RecordField
        {
            Id = head.Id("A field"),
            Key = key,
            Type = type,
            Title = title,
            RawTitle = rawTitle,
            Description = description,
            RawDescription = rawDescription,
            Position = position,
            IsActive = isActive ?? false,
            IsSystem = isSystem ?? false,
            Pattern = pattern,
            Tag = tag,
            Options = options,
            TargetType = targetType,
            TargetFilter = targetFilter,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
