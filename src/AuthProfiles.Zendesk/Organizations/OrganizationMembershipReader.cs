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

        long? user = null, organization = null;
        string? called = null;
        bool? isDefault = null, viewsTickets = null;
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
                    head.Read(name, ref json);
                    break;
            }
        }

        return new OrganizationMembership
        {
            Id = head.Id("A membership"),
            UserId = user,
            OrganizationId = organization,
            OrganizationName = called,

            // Zendesk writes null in place of false.
            IsDefault = isDefault ?? false,
            CanViewTickets = viewsTickets,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
