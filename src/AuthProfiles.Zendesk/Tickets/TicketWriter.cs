using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Writes the bodies of requests about tickets.</summary>
internal static class TicketWriter
{
    public static ByteArrayContent Create(NewTicket ticket) => JsonBody.Write(ticket, static (writer, ticket) =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("ticket"u8);
        JsonWriting.Text(writer, "subject"u8, ticket.Subject);
        CommentJson.Write(writer, ticket.Comment);
        JsonWriting.Text(writer, "status"u8, ticket.Status?.Value);
        JsonWriting.Text(writer, "priority"u8, ticket.Priority?.Value);
        JsonWriting.Text(writer, "type"u8, ticket.Type?.Value);
        if (ticket.Requester is { } requester)
        {
            writer.WriteStartObject("requester"u8);
            JsonWriting.Text(writer, "name"u8, requester.Name);
            writer.WriteString("email"u8, requester.Email);
            writer.WriteEndObject();
        }

        JsonWriting.Id(writer, "requester_id"u8, ticket.RequesterId);
        JsonWriting.Id(writer, "assignee_id"u8, ticket.AssigneeId);
        JsonWriting.Id(writer, "group_id"u8, ticket.GroupId);
        JsonWriting.Id(writer, "organization_id"u8, ticket.OrganizationId);
        JsonWriting.Id(writer, "brand_id"u8, ticket.BrandId);
        JsonWriting.Id(writer, "ticket_form_id"u8, ticket.TicketFormId);
        JsonWriting.Text(writer, "external_id"u8, ticket.ExternalId);
        JsonWriting.Time(writer, "due_at"u8, ticket.DueAt);
        Shared(writer, ticket.Tags, ticket.CustomFields);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    public static ByteArrayContent Update(TicketUpdate update) => JsonBody.Write(update, static (writer, update) =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("ticket"u8);
        if (update.Comment is { } comment)
        {
            CommentJson.Write(writer, comment);
        }

        JsonWriting.Text(writer, "subject"u8, update.Subject);
        JsonWriting.Text(writer, "status"u8, update.Status?.Value);
        Optional(writer, "priority"u8, update.Priority, static (writer, name, priority) => JsonWriting.Text(writer, name, priority?.Value));
        Optional(writer, "type"u8, update.Type, static (writer, name, type) => JsonWriting.Text(writer, name, type?.Value));
        JsonWriting.Id(writer, "requester_id"u8, update.RequesterId);
        Optional(writer, "assignee_id"u8, update.AssigneeId, JsonWriting.Id);
        Optional(writer, "group_id"u8, update.GroupId, JsonWriting.Id);
        Optional(writer, "organization_id"u8, update.OrganizationId, JsonWriting.Id);
        Optional(writer, "problem_id"u8, update.ProblemId, JsonWriting.Id);
        JsonWriting.Id(writer, "custom_status_id"u8, update.CustomStatusId);
        Optional(writer, "external_id"u8, update.ExternalId, JsonWriting.Text);
        Optional(writer, "due_at"u8, update.DueAt, JsonWriting.Time);
        Shared(writer, update.Tags, update.CustomFields);
        if (update.UpdatedStamp is { } stamp)
        {
            JsonWriting.Time(writer, "updated_stamp"u8, stamp);
            writer.WriteBoolean("safe_update"u8, true);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    public static ByteArrayContent Tags(IReadOnlyList<string> tags) => JsonBody.Write(tags, static (writer, tags) =>
    {
        writer.WriteStartObject();
        JsonWriting.Texts(writer, "tags"u8, tags);
        writer.WriteEndObject();
    });

    private delegate void WriteMember<in T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value);

    private static void Optional<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Optional<T> member, WriteMember<T?> write)
    {
        if (member is { HasValue: true, Value: null })
        {
            writer.WriteNull(name);
        }
        else if (member.HasValue)
        {
            write(writer, name, member.Value);
        }
    }

    private static void Shared(Utf8JsonWriter writer, IReadOnlyList<string>? tags, IReadOnlyList<CustomField>? fields)
    {
        if (tags is not null)
        {
            JsonWriting.Texts(writer, "tags"u8, tags);
        }

        if (fields is not null)
        {
            writer.WriteStartArray("custom_fields"u8);
            foreach (var field in fields)
            {
                CustomFieldJson.Write(writer, field);
            }

            writer.WriteEndArray();
        }
    }
}
