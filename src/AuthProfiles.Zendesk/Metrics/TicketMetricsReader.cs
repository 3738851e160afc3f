using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Metrics;

/// <summary>Reads the metrics of tickets.</summary>
internal static class TicketMetricsReader
{
    public static TicketMetrics? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? ticketId = null, assigneeStations = null, groupStations = null, reopens = null, replies = null;
        MetricTime? replyTime = null, replyTimeInSeconds = null, firstResolutionTime = null, fullResolutionTime = null, agentWaitTime = null;
        MetricTime? requesterWaitTime = null, onHoldTime = null;
        DateTimeOffset? initiallyAssignedAt = null, assignedAt = null, assigneeUpdatedAt = null, requesterUpdatedAt = null, statusUpdatedAt = null;
        DateTimeOffset? customStatusUpdatedAt = null, latestCommentAddedAt = null, solvedAt = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 7 when name.SequenceEqual("reopens"u8):
                    reopens = json.Int64();
                    break;
                case 7 when name.SequenceEqual("replies"u8):
                    replies = json.Int64();
                    break;
                case 9 when name.SequenceEqual("ticket_id"u8):
                    ticketId = json.Int64();
                    break;
                case 9 when name.SequenceEqual("solved_at"u8):
                    solvedAt = json.Time();
                    break;
                case 11 when name.SequenceEqual("assigned_at"u8):
                    assignedAt = json.Time();
                    break;
                case 14 when name.SequenceEqual("group_stations"u8):
                    groupStations = json.Int64();
                    break;
                case 17 when name.SequenceEqual("assignee_stations"u8):
                    assigneeStations = json.Int64();
                    break;
                case 17 when name.SequenceEqual("status_updated_at"u8):
                    statusUpdatedAt = json.Time();
                    break;
                case 19 when name.SequenceEqual("assignee_updated_at"u8):
                    assigneeUpdatedAt = json.Time();
                    break;
                case 20 when name.SequenceEqual("requester_updated_at"u8):
                    requesterUpdatedAt = json.Time();
                    break;
                case 21 when name.SequenceEqual("reply_time_in_minutes"u8):
                    replyTime = MetricTimeReader.Read(ref json);
                    break;
                case 21 when name.SequenceEqual("reply_time_in_seconds"u8):
                    replyTimeInSeconds = MetricTimeReader.Read(ref json);
                    break;
                case 21 when name.SequenceEqual("initially_assigned_at"u8):
                    initiallyAssignedAt = json.Time();
                    break;
                case 23 when name.SequenceEqual("on_hold_time_in_minutes"u8):
                    onHoldTime = MetricTimeReader.Read(ref json);
                    break;
                case 23 when name.SequenceEqual("latest_comment_added_at"u8):
                    latestCommentAddedAt = json.Time();
                    break;
                case 24 when name.SequenceEqual("custom_status_updated_at"u8):
                    customStatusUpdatedAt = json.Time();
                    break;
                case 26 when name.SequenceEqual("agent_wait_time_in_minutes"u8):
                    agentWaitTime = MetricTimeReader.Read(ref json);
                    break;
                case 30 when name.SequenceEqual("requester_wait_time_in_minutes"u8):
                    requesterWaitTime = MetricTimeReader.Read(ref json);
                    break;
                case 31 when name.SequenceEqual("full_resolution_time_in_minutes"u8):
                    fullResolutionTime = MetricTimeReader.Read(ref json);
                    break;
                case 32 when name.SequenceEqual("first_resolution_time_in_minutes"u8):
                    firstResolutionTime = MetricTimeReader.Read(ref json);
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new TicketMetrics
        {
            Id = head.Id("A ticket's metrics record"),
            TicketId = ticketId,
            ReplyTime = replyTime,
            ReplyTimeInSeconds = replyTimeInSeconds,
            FirstResolutionTime = firstResolutionTime,
            FullResolutionTime = fullResolutionTime,
            AgentWaitTime = agentWaitTime,
            RequesterWaitTime = requesterWaitTime,
            OnHoldTime = onHoldTime,
            AssigneeStations = assigneeStations,
            GroupStations = groupStations,
            Reopens = reopens,
            Replies = replies,
            InitiallyAssignedAt = initiallyAssignedAt,
            AssignedAt = assignedAt,
            AssigneeUpdatedAt = assigneeUpdatedAt,
            RequesterUpdatedAt = requesterUpdatedAt,
            StatusUpdatedAt = statusUpdatedAt,
            CustomStatusUpdatedAt = customStatusUpdatedAt,
            LatestCommentAddedAt = latestCommentAddedAt,
            SolvedAt = solvedAt,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
