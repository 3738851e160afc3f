using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Organizations;

/// <summary>Reads how much an organization is related to.</summary>
internal static class OrganizationRelationsReader
{
    public static readonly ReadValue<OrganizationRelations> One = Answer.Of<OrganizationRelations>("organization_related", Read);

    private static OrganizationRelations? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        var relations = new OrganizationRelations();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("tickets_count"u8))
            {
                relations = relations with { TicketCount = json.Int64() ?? 0 };
            }
            else if (name.SequenceEqual("users_count"u8))
            {
                relations = relations with { UserCount = json.Int64() ?? 0 };
            }
            else
            {
                json.Skip();
            }
        }

        return relations;
    }
}
