using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.CustomRoles;

/// <summary>Reads the account's own roles.</summary>
internal static class CustomRoleReader
{
    public static CustomRole? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, type = null, members = null;
        string? called = null, description = null;
        DateTimeOffset? createdAt = null, updatedAt = null;
        CustomRoleConfiguration? configuration = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 4 when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                case 9 when name.SequenceEqual("role_type"u8):
                    type = json.Int64();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    updatedAt = json.Time();
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = json.Text();
                    break;
                case 17 when name.SequenceEqual("team_member_count"u8):
                    members = json.Int64();
                    break;
                case 13 when name.SequenceEqual("configuration"u8):
                    configuration = CustomRoleConfigurationReader.Read(ref json);
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new CustomRole
        {
            Id = id ?? throw new JsonException("A role has no id."),
            Name = called,
            Description = description,
            RoleType = type,
            TeamMemberCount = members,
            Configuration = configuration,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
