using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Reads the comments of a ticket and writes new ones.</summary>
internal static class CommentJson
{
    public static TicketComment? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        long? id = null, author = null, audit = null;
        string? body = null, htmlBody = null, plainBody = null, channel = null;
        bool? isPublic = null;
        DateTimeOffset? createdAt = null;
        IReadOnlyList<Attachment> attachments = [];
        while (JsonReading.NextMember(ref reader))
        {
            var name = JsonReading.Name(ref reader);
            reader.Read();
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = JsonReading.Int64(ref reader);
                    break;
                case 3 when name.SequenceEqual("via"u8):
                    channel = ViaReader.ReadChannel(ref reader);
                    break;
                case 4 when name.SequenceEqual("body"u8):
                    body = JsonReading.Text(ref reader);
                    break;
                case 6 when name.SequenceEqual("public"u8):
                    isPublic = JsonReading.Boolean(ref reader);
                    break;
                case 8 when name.SequenceEqual("audit_id"u8):
                    audit = JsonReading.Int64(ref reader);
                    break;
                case 9 when name.SequenceEqual("author_id"u8):
                    author = JsonReading.Int64(ref reader);
                    break;
                case 9 when name.SequenceEqual("html_body"u8):
                    htmlBody = JsonReading.Text(ref reader);
                    break;
                case 10 when name.SequenceEqual("plain_body"u8):
                    plainBody = JsonReading.Text(ref reader);
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = JsonReading.Time(ref reader);
                    break;
                case 11 when name.SequenceEqual("attachments"u8):
                    attachments = JsonReading.List(ref reader, AttachmentReader.Read);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new TicketComment
        {
            Id = id ?? throw new JsonException("A comment has no id."),
            AuthorId = author,
            Body = body,
            HtmlBody = htmlBody,
            PlainBody = plainBody,

            // A comment that does not say so must not be taken for one that the requester has seen.
            IsPublic = isPublic ?? false,
            Channel = channel is null ? null : new TicketChannel(channel),
            Attachments = attachments,
            AuditId = audit,
            CreatedAt = createdAt,
        };
    }

    public static void Write(Utf8JsonWriter writer, Comment comment)
    {
        writer.WriteStartObject("comment"u8);
        JsonWriting.Text(writer, "body"u8, comment.Body);
        JsonWriting.Text(writer, "html_body"u8, comment.HtmlBody);
        writer.WriteBoolean("public"u8, comment.IsPublic);
        JsonWriting.Id(writer, "author_id"u8, comment.AuthorId);
        if (comment.Uploads.Count > 0)
        {
            JsonWriting.Texts(writer, "uploads"u8, comment.Uploads);
        }

        writer.WriteEndObject();
    }
}
