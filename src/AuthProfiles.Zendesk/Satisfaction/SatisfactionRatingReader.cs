using System.Text.Json;
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

        long? id = null, reasonCode = null, reasonId = null, ticketId = null, requesterId = null, assigneeId = null, groupId = null;
        string? score = null, comment = null, reason = null, url = null;
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
                case 5 when name.SequenceEqual("score"u8):
                    score = json.Text(SatisfactionScores.Known);
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
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    updatedAt = json.Time();
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
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new SatisfactionRating
        {
            Id = id ?? throw new JsonException("A rating has no id."),
            Score = score,
            Comment = comment,
            Reason = reason,
            ReasonCode = reasonCode,
            ReasonId = reasonId,
            TicketId = ticketId,
            RequesterId = requesterId,
            AssigneeId = assigneeId,
            GroupId = groupId,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            Url = url,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
