using System.Text.Json;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Requests;

/// <summary>Writes the members of requests that are made or changed.</summary>
internal static class RequestWriter
{
    public static void Create(Utf8JsonWriter writer, NewRequest request)
    {
        writer.WriteString("subject"u8, request.Subject);
        Comment(writer, request.Comment);
        PeopleWriter.Requester(writer, request.Requester);

        JsonWriting.Text(writer, "priority"u8, request.Priority?.Value);
        JsonWriting.Text(writer, "type"u8, request.Type?.Value);
        JsonWriting.List(writer, "custom_fields"u8, request.CustomFields, CustomFieldJson.Write);
        PeopleWriter.Collaborators(writer, "collaborators"u8, request.Collaborators);
        JsonWriting.Id(writer, "ticket_form_id"u8, request.TicketFormId);
        JsonWriting.Id(writer, "custom_status_id"u8, request.CustomStatusId);
        JsonWriting.Id(writer, "via_followup_source_id"u8, request.FollowUpSourceId);
        JsonWriting.Text(writer, "recipient"u8, request.Recipient);
        JsonWriting.Time(writer, "due_at"u8, request.DueAt);
        JsonWriting.Members(writer, request.AdditionalProperties);
    }

    public static void Update(Utf8JsonWriter writer, RequestUpdate update)
    {
        if (update.Comment is { } comment)
        {
            Comment(writer, comment);
        }

        JsonWriting.Flag(writer, "solved"u8, update.IsSolved);
        PeopleWriter.Collaborators(writer, "additional_collaborators"u8, update.AdditionalCollaborators);
    }

    // Without the members that only an agent may give.
    private static void Comment(Utf8JsonWriter writer, Comment comment)
    {
        writer.WriteStartObject("comment"u8);
        JsonWriting.Text(writer, "body"u8, comment.Body);
        JsonWriting.Text(writer, "html_body"u8, comment.HtmlBody);
        JsonWriting.Texts(writer, "uploads"u8, comment.Uploads.Count == 0 ? null : comment.Uploads);
        writer.WriteEndObject();
    }
}
