using System.Globalization;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Reads deleted tickets.</summary>
internal static class DeletedTicketReader
{
    public static DeletedTicket? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, actor = null;
        string? subject = null, status = null, actorName = null, deletedAt = null;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 5 when name.SequenceEqual("actor"u8):
                    (actor, actorName) = ReadActor(ref json);
                    break;
                case 7 when name.SequenceEqual("subject"u8):
                    subject = json.Text();
                    break;
                case 10 when name.SequenceEqual("deleted_at"u8):
                    deletedAt = json.Text();
                    break;
                case 14 when name.SequenceEqual("previous_state"u8):
                    status = json.Text(TicketStatus.Known);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new DeletedTicket
        {
            Id = id ?? throw new JsonException("A deleted ticket has no id."),
            Subject = subject,
            PreviousStatus = status is null ? null : new TicketStatus(status),
            ActorId = actor,
            ActorName = actorName,
            DeletedAt = TimeOf(deletedAt),
        };
    }

    private static (long? Id, string? Name) ReadActor(ref JsonSource json)
    {
        long? id = null;
        string? called = null;
        if (json.BeginsObject())
        {
            while (json.NextMember(out var name))
            {
                if (name.SequenceEqual("id"u8))
                {
                    id = json.Int64();
                }
                else if (name.SequenceEqual("name"u8))
                {
                    called = json.Text();
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return (id, called);
    }

    // This one list has been seen with days without hyphens, which is ISO 8601 too: 20140704T15:37:04Z.
    private static DateTimeOffset? TimeOf(string? text) =>
        DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyyMMdd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
