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

        long? causeId = null, ticketId = null, brandId = null;
        string? subject = null, content = null, cause = null, recipient = null, messageId = null;
        SuspendedAuthor? author = null;
        IReadOnlyList<Attachment> attachments = [];
        JsonElement? errorMessages = null;
        TicketChannel? channel = null;
        ViaSource? source = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 3 when name.SequenceEqual("via"u8):
                    channel = ViaReader.Read(ref json, out source);
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
                case 11 when name.SequenceEqual("attachments"u8):
                    attachments = json.List(AttachmentReader.Read);
                    break;
                case 14 when name.SequenceEqual("error_messages"u8):
                    errorMessages = RawReader.Value(ref json);
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new SuspendedTicket
        {
            Id = head.Id("A suspended ticket"),
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
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
