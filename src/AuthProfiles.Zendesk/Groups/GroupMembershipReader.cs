using System.Text.Json;
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

        long? id = null, user = null, group = null;
        bool? isDefault = null;
        DateTimeOffset? createdAt = null, updatedAt = null;
        string? url = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 3 when name.SequenceEqual("url"u8):
                    url = json.Text();
                    break;
                case 7 when name.SequenceEqual("user_id"u8):
                    user = json.Int64();
                    break;
                case 7 when name.SequenceEqual("default"u8):
                    isDefault = json.Boolean();
                    break;
                case 8 when name.SequenceEqual("group_id"u8):
                    group = json.Int64();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    updatedAt = json.Time();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new GroupMembership
        {
            Id = id ?? throw new JsonException("A membership has no id."),
            UserId = user,
            GroupId = group,
            IsDefault = isDefault ?? false,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            Url = url,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
