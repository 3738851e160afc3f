using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Reads what a ticket is related to.</summary>
internal static class TicketRelationsReader
{
    public static TicketRelations Read(ref JsonSource json)
    {
        var relations = new TicketRelations();
        json.ExpectObject();
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("incidents"u8):
                    relations = relations with { IncidentCount = json.Int64() ?? 0 };
                    break;
                case var _ when name.SequenceEqual("followup_source_ids"u8):
                    relations = relations with { FollowUpSourceIds = json.Texts() };
                    break;
                case var _ when name.SequenceEqual("jira_issue_ids"u8):
                    relations = relations with { JiraIssueIds = json.Texts() };
                    break;
                case var _ when name.SequenceEqual("from_archive"u8):
                    relations = relations with { IsArchived = json.Boolean() ?? false };
                    break;
                case var _ when name.SequenceEqual("topic_id"u8):
                    relations = relations with { TopicId = json.Text() };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return relations;
    }
}
