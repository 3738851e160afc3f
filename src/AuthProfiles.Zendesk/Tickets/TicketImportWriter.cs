using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Writes the members of a ticket that is imported.</summary>
internal static class TicketImportWriter
{
    public static void Write(Utf8JsonWriter writer, TicketImport import)
    {
        TicketWriter.Create(writer, import.Ticket);
        JsonWriting.Time(writer, "created_at"u8, import.CreatedAt);
        JsonWriting.Time(writer, "updated_at"u8, import.UpdatedAt);
        JsonWriting.Time(writer, "solved_at"u8, import.SolvedAt);
        JsonWriting.List(writer, "comments"u8, import.Comments.Count == 0 ? null : import.Comments, static (writer, comment) =>
        {
            writer.WriteStartObject();
            writer.WriteString("value"u8, comment.Value);
            JsonWriting.Id(writer, "author_id"u8, comment.AuthorId);
            JsonWriting.Time(writer, "created_at"u8, comment.CreatedAt);
            writer.WriteBoolean("public"u8, comment.IsPublic);
            JsonWriting.Texts(writer, "uploads"u8, comment.Uploads.Count == 0 ? null : comment.Uploads);
            writer.WriteEndObject();
        });
    }
}
