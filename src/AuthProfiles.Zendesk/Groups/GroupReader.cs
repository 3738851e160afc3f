using System.Text.Json;
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

        long? id = null;
        string? called = null, description = null, url = null;
        bool? isPublic = null, isDefault = null, isDeleted = null;
        DateTimeOffset? createdAt = null, updatedAt = null;
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
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    updatedAt = json.Time();
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = json.Text();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new Group
        {
            Id = id ?? throw new JsonException("A group has no id."),
            Name = called,
            Description = description,
            IsPublic = isPublic,
            IsDefault = isDefault ?? false,
            IsDeleted = isDeleted ?? false,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            Url = url,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
