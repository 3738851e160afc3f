using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Satisfaction;

/// <summary>Reads ratings.</summary>
internal static class SatisfactionRatingReader
{
    public static SatisfactionRating? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? reasonCode = null, reasonId = null, ticketId = null, requesterId = null, assigneeId = null, groupId = null;
        string? score = null, comment = null, reason = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 5 when name.SequenceEqual("score"u8):
                    score = json.Text(TicketSatisfactionReader.Scores);
                    break;
                case 6 when name.SequenceEqual("reason"u8):
                    reason = json.Text();
                    break;
                case 7 when name.SequenceEqual("comment"u8):
                    comment = json.Text();
                    break;
                case 8 when name.SequenceEqual("group_id"u8):
                    groupId = json.Int64();
                    break;
                case 9 when name.SequenceEqual("reason_id"u8):
                    reasonId = json.Int64();
                    break;
                case 9 when name.SequenceEqual("ticket_id"u8):
                    ticketId = json.Int64();
                    break;
                case 11 when name.SequenceEqual("reason_code"u8):
                    reasonCode = json.Int64();
                    break;
                case 11 when name.SequenceEqual("assignee_id"u8):
                    assigneeId = json.Int64();
                    break;
                case 12 when name.SequenceEqual("requester_id"u8):
                    requesterId = json.Int64();
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new SatisfactionRating
        {
            Id = head.Id("A rating"),
            Score = score,
            Comment = comment,
            Reason = reason,
            ReasonCode = reasonCode,
            ReasonId = reasonId,
            TicketId = ticketId,
            RequesterId = requesterId,
            AssigneeId = assigneeId,
            GroupId = groupId,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
