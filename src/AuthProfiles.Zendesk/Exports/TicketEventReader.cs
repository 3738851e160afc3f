using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Exports;

/// <summary>Reads the updates of tickets.</summary>
internal static class TicketEventReader
{
    public static TicketEvent? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, ticket = null, updater = null;
        string? type = null, via = null;
        DateTimeOffset? createdAt = null, timestamp = null;
        IReadOnlyList<JsonElement> children = [];
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 3 when name.SequenceEqual("via"u8):
                    via = json.Text();
                    break;
                case 9 when name.SequenceEqual("ticket_id"u8):
                    ticket = json.Int64();
                    break;
                case 9 when name.SequenceEqual("timestamp"u8):
                    // Seconds of Unix here, and a time in words everywhere else.
                    timestamp = json.Token == JsonTokenType.String ? json.Time() : json.UnixTime();
                    break;
                case 10 when name.SequenceEqual("updater_id"u8):
                    updater = json.Int64();
                    break;
                case 10 when name.SequenceEqual("event_type"u8):
                    type = json.Text();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 12 when name.SequenceEqual("child_events"u8):
                    children = RawReader.List(ref json);
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new TicketEvent
        {
            Id = id ?? throw new JsonException("An event has no id."),
            TicketId = ticket,
            UpdaterId = updater,
            EventType = type,
            Via = via,
            CreatedAt = createdAt,
            Timestamp = timestamp,
            ChildEvents = children,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
