using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Audits;

/// <summary>Reads audits.</summary>
internal static class TicketAuditReader
{
    public static TicketAudit? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, ticket = null, author = null;
        TicketChannel? channel = null;
        ViaSource? source = null;
        IReadOnlyList<AuditEvent> events = [];
        IReadOnlyDictionary<string, JsonElement> metadata = ImmutableDictionary<string, JsonElement>.Empty;
        DateTimeOffset? createdAt = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 3 when name.SequenceEqual("via"u8):
                    channel = ViaReader.Read(ref json, out source);
                    break;
                case 6 when name.SequenceEqual("events"u8):
                    events = json.List(AuditEventReader.Read);
                    break;
                case 8 when name.SequenceEqual("metadata"u8):
                    metadata = RawReader.Read(ref json);
                    break;
                case 9 when name.SequenceEqual("ticket_id"u8):
                    ticket = json.Int64();
                    break;
                case 9 when name.SequenceEqual("author_id"u8):
                    author = json.Int64();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new TicketAudit
        {
            Id = id ?? throw new JsonException("An audit has no id."),
            TicketId = ticket,
            AuthorId = author,
            Channel = channel,
            Source = source,
            Events = events,
            Metadata = metadata,
            CreatedAt = createdAt,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
