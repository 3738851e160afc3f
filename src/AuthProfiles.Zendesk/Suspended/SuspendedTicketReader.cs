using System.Text.Json;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Suspended;

/// <summary>Reads suspended tickets.</summary>
internal static class SuspendedTicketReader
{
    public static SuspendedTicket? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, causeId = null, ticketId = null, brandId = null;
        string? subject = null, content = null, cause = null, recipient = null, messageId = null, url = null;
        SuspendedAuthor? author = null;
        IReadOnlyList<Attachment> attachments = [];
        JsonElement? errorMessages = null;
        DateTimeOffset? createdAt = null, updatedAt = null;
        TicketChannel? channel = null;
        ViaSource? source = null;
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
                case 3 when name.SequenceEqual("url"u8):
                    url = json.Text();
                    break;
                case 5 when name.SequenceEqual("cause"u8):
                    cause = json.Text();
                    break;
                case 6 when name.SequenceEqual("author"u8):
                    author = SuspendedAuthorReader.Read(ref json);
                    break;
                case 7 when name.SequenceEqual("subject"u8):
                    subject = json.Text();
                    break;
                case 7 when name.SequenceEqual("content"u8):
                    content = json.Text();
                    break;
                case 8 when name.SequenceEqual("cause_id"u8):
                    causeId = json.Int64();
                    break;
                case 8 when name.SequenceEqual("brand_id"u8):
                    brandId = json.Int64();
                    break;
                case 9 when name.SequenceEqual("recipient"u8):
                    recipient = json.Text();
                    break;
                case 9 when name.SequenceEqual("ticket_id"u8):
                    ticketId = json.Int64();
                    break;
                case 10 when name.SequenceEqual("message_id"u8):
                    messageId = json.Text();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    updatedAt = json.Time();
                    break;
                case 11 when name.SequenceEqual("attachments"u8):
                    attachments = json.List(AttachmentReader.Read);
                    break;
                case 14 when name.SequenceEqual("error_messages"u8):
                    errorMessages = RawReader.Value(ref json);
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new SuspendedTicket
        {
            Id = id ?? throw new JsonException("A suspended ticket has no id."),
            Subject = subject,
            Content = content,
            Cause = cause,
            CauseId = causeId,
            Author = author,
            Recipient = recipient,
            MessageId = messageId,
            TicketId = ticketId,
            BrandId = brandId,
            Channel = channel,
            Source = source,
            Attachments = attachments,
            ErrorMessages = errorMessages,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            Url = url,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
