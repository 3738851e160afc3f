using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Organizations;

/// <summary>Reads memberships of users in organizations.</summary>
internal static class OrganizationMembershipReader
{
    public static OrganizationMembership? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, user = null, organization = null;
        string? called = null, url = null;
        bool? isDefault = null, viewsTickets = null;
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
                case 7 when name.SequenceEqual("user_id"u8):
                    user = json.Int64();
                    break;
                case 7 when name.SequenceEqual("default"u8):
                    isDefault = json.Boolean();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    updatedAt = json.Time();
                    break;
                case 12 when name.SequenceEqual("view_tickets"u8):
                    viewsTickets = json.Boolean();
                    break;
                case 15 when name.SequenceEqual("organization_id"u8):
                    organization = json.Int64();
                    break;
                case 17 when name.SequenceEqual("organization_name"u8):
                    called = json.Text();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new OrganizationMembership
        {
            Id = id ?? throw new JsonException("A membership has no id."),
            UserId = user,
            OrganizationId = organization,
            OrganizationName = called,

            // Zendesk writes null in place of false.
            IsDefault = isDefault ?? false,
            CanViewTickets = viewsTickets,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            Url = url,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
