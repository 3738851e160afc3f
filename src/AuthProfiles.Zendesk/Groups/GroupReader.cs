using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Groups;

/// <summary>Reads groups.</summary>
internal static class GroupReader
{
    public static Group? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? called = null, description = null;
        bool? isPublic = null, isDefault = null, isDeleted = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                case 7 when name.SequenceEqual("default"u8):
                    isDefault = json.Boolean();
                    break;
                case 7 when name.SequenceEqual("deleted"u8):
                    isDeleted = json.Boolean();
                    break;
                case 9 when name.SequenceEqual("is_public"u8):
                    isPublic = json.Boolean();
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = json.Text();
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new Group
        {
            Id = head.Id("A group"),
            Name = called,
            Description = description,
            IsPublic = isPublic,
            IsDefault = isDefault ?? false,
            IsDeleted = isDeleted ?? false,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
