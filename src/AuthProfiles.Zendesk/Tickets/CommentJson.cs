using System.Text.Json;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Reads the comments of a ticket and writes new ones.</summary>
internal static class CommentJson
{
    public static readonly ReadValue<TicketComment> One = Answer.Of<TicketComment>("comment", Read);

    public static readonly PageReader<TicketComment> Pages = new("comments", Read);

    private static readonly string[] Types = ["Comment", "VoiceComment"];

    public static TicketComment? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, author = null, audit = null;
        string? body = null, htmlBody = null, plainBody = null, type = null;
        TicketChannel? channel = null;
        ViaSource? source = null;
        UnknownMembers unknown = default;
        bool? isPublic = null;
        DateTimeOffset? createdAt = null;
        IReadOnlyList<Attachment> attachments = [];
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
                case 4 when name.SequenceEqual("body"u8):
                    body = json.Text();
                    break;
                case 6 when name.SequenceEqual("public"u8):
                    isPublic = json.Boolean();
                    break;
                case 8 when name.SequenceEqual("audit_id"u8):
                    audit = json.Int64();
                    break;
                case 9 when name.SequenceEqual("author_id"u8):
                    author = json.Int64();
                    break;
                case 9 when name.SequenceEqual("html_body"u8):
                    htmlBody = json.Text();
                    break;
                case 10 when name.SequenceEqual("plain_body"u8):
                    plainBody = json.Text();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 11 when name.SequenceEqual("attachments"u8):
                    attachments = json.List(AttachmentReader.Read);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    type = json.Text(Types);
                    break;
                default:
                    json.Unknown(ref unknown);
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
            Channel = channel,
            Source = source,
            Type = type,
            Attachments = attachments,
            AuditId = audit,
            CreatedAt = createdAt,
            AdditionalProperties = unknown.ToMembers(),
        };
    }

    public static void Write(Utf8JsonWriter writer, Comment comment)
    {
        writer.WriteStartObject("comment"u8);
        JsonWriting.Text(writer, "body"u8, comment.Body);
        JsonWriting.Text(writer, "html_body"u8, comment.HtmlBody);
        writer.WriteBoolean("public"u8, comment.IsPublic);
        JsonWriting.Id(writer, "author_id"u8, comment.AuthorId);
        JsonWriting.Texts(writer, "uploads"u8, comment.Uploads.Count == 0 ? null : comment.Uploads);

        writer.WriteEndObject();
    }
}
