using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Users;

/// <summary>Reads how much a user is related to.</summary>
internal static class UserRelationsReader
{
    public static readonly ReadValue<UserRelations> One = Answer.Of<UserRelations>("user_related", Read);

    private static UserRelations? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        var relations = new UserRelations();
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("assigned_tickets"u8):
                    relations = relations with { AssignedTicketCount = json.Int64() ?? 0 };
                    break;
                case var _ when name.SequenceEqual("requested_tickets"u8):
                    relations = relations with { RequestedTicketCount = json.Int64() ?? 0 };
                    break;
                case var _ when name.SequenceEqual("ccd_tickets"u8):
                    relations = relations with { CopiedTicketCount = json.Int64() ?? 0 };
                    break;
                case var _ when name.SequenceEqual("organization_subscriptions"u8):
                    relations = relations with { OrganizationSubscriptionCount = json.Int64() ?? 0 };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return relations;
    }
}
