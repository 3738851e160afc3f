using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Groups;

/// <summary>Reads memberships of agents in groups.</summary>
internal static class GroupMembershipReader
{
    public static GroupMembership? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? user = null, group = null;
        bool? isDefault = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 7 when name.SequenceEqual("user_id"u8):
                    user = json.Int64();
                    break;
                case 7 when name.SequenceEqual("default"u8):
                    isDefault = json.Boolean();
                    break;
                case 8 when name.SequenceEqual("group_id"u8):
                    group = json.Int64();
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new GroupMembership
        {
            Id = head.Id("A membership"),
            UserId = user,
            GroupId = group,
            IsDefault = isDefault ?? false,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
