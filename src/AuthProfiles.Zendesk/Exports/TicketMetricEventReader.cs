using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Exports;

/// <summary>Reads what happened to the clocks of tickets.</summary>
internal static class TicketMetricEventReader
{
    private static readonly string[] Metrics =
        ["agent_work_time", "pausable_update_time", "periodic_update_time", "reply_time", "requester_wait_time", "resolution_time", "group_ownership_time"];

    private static readonly string[] Types = ["activate", "pause", "fulfill", "apply_sla", "apply_group_sla", "breach", "update_status", "measure"];

    public static TicketMetricEvent? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, ticket = null, instance = null;
        string? metric = null, type = null;
        DateTimeOffset? time = null;
        bool? isDeleted = null;
        JsonElement? sla = null, groupSla = null, status = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 3 when name.SequenceEqual("sla"u8):
                    sla = RawReader.Value(ref json);
                    break;
                case 4 when name.SequenceEqual("time"u8):
                    time = json.Time();
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    type = json.Text(Types);
                    break;
                case 6 when name.SequenceEqual("metric"u8):
                    metric = json.Text(Metrics);
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    status = RawReader.Value(ref json);
                    break;
                case 7 when name.SequenceEqual("deleted"u8):
                    isDeleted = json.Boolean();
                    break;
                case 9 when name.SequenceEqual("ticket_id"u8):
                    ticket = json.Int64();
                    break;
                case 9 when name.SequenceEqual("group_sla"u8):
                    groupSla = RawReader.Value(ref json);
                    break;
                case 11 when name.SequenceEqual("instance_id"u8):
                    instance = json.Int64();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new TicketMetricEvent
        {
            Id = id ?? throw new JsonException("An event has no id."),
            TicketId = ticket,
            Metric = metric,
            InstanceId = instance,
            Type = type,
            Time = time,
            IsDeleted = isDeleted ?? false,
            Sla = sla,
            GroupSla = groupSla,
            Status = status,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
