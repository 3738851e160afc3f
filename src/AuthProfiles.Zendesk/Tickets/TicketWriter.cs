using System.Text.Json;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Writes the members of tickets that are made or changed.</summary>
internal static class TicketWriter
{
    public static void Create(Utf8JsonWriter writer, NewTicket ticket)
    {
        JsonWriting.Text(writer, "subject"u8, ticket.Subject);
        CommentJson.Write(writer, ticket.Comment);
        JsonWriting.Text(writer, "status"u8, ticket.Status?.Value);
        JsonWriting.Text(writer, "priority"u8, ticket.Priority?.Value);
        JsonWriting.Text(writer, "type"u8, ticket.Type?.Value);
        PeopleWriter.Requester(writer, ticket.Requester);

        JsonWriting.Id(writer, "requester_id"u8, ticket.RequesterId);
        JsonWriting.Id(writer, "assignee_id"u8, ticket.AssigneeId);
        JsonWriting.Id(writer, "group_id"u8, ticket.GroupId);
        JsonWriting.Id(writer, "organization_id"u8, ticket.OrganizationId);
        JsonWriting.Id(writer, "brand_id"u8, ticket.BrandId);
        JsonWriting.Id(writer, "ticket_form_id"u8, ticket.TicketFormId);
        JsonWriting.Text(writer, "external_id"u8, ticket.ExternalId);
        JsonWriting.Time(writer, "due_at"u8, ticket.DueAt);
        JsonWriting.Id(writer, "submitter_id"u8, ticket.SubmitterId);
        JsonWriting.Id(writer, "problem_id"u8, ticket.ProblemId);
        JsonWriting.Id(writer, "custom_status_id"u8, ticket.CustomStatusId);
        JsonWriting.Id(writer, "via_followup_source_id"u8, ticket.FollowUpSourceId);
        JsonWriting.Text(writer, "recipient"u8, ticket.Recipient);
        JsonWriting.Text(writer, "raw_subject"u8, ticket.RawSubject);
        if (ticket.Channel is { } channel)
        {
            writer.WriteStartObject("via"u8);
            writer.WriteString("channel"u8, channel.Value);
            writer.WriteEndObject();
        }

        JsonWriting.Ids(writer, "follower_ids"u8, ticket.FollowerIds);
        JsonWriting.Ids(writer, "email_cc_ids"u8, ticket.EmailCcIds);
        PeopleWriter.Collaborators(writer, "collaborators"u8, ticket.Collaborators);
        JsonWriting.Ids(writer, "macro_ids"u8, ticket.MacroIds);
        JsonWriting.Text(writer, "assignee_email"u8, ticket.AssigneeEmail);
        PeopleWriter.Changes(writer, "followers"u8, ticket.Followers);
        PeopleWriter.Changes(writer, "email_ccs"u8, ticket.EmailCcs);
        JsonWriting.Ids(writer, "collaborator_ids"u8, ticket.CollaboratorIds);
        PeopleWriter.Collaborators(writer, "additional_collaborators"u8, ticket.AdditionalCollaborators);
        JsonWriting.Ids(writer, "attribute_value_ids"u8, ticket.AttributeValueIds);
        JsonWriting.Ids(writer, "sharing_agreement_ids"u8, ticket.SharingAgreementIds);
        Shared(writer, ticket.Tags, ticket.CustomFields, ticket.Metadata, ticket.AdditionalProperties);
    }

    public static void Update(Utf8JsonWriter writer, TicketUpdate update)
    {
        if (update.Comment is { } comment)
        {
            CommentJson.Write(writer, comment);
        }

        JsonWriting.Text(writer, "subject"u8, update.Subject);
        JsonWriting.Text(writer, "status"u8, update.Status?.Value);
        JsonWriting.Optional(writer, "priority"u8, update.Priority, static (writer, name, priority) => JsonWriting.Text(writer, name, priority?.Value));
        JsonWriting.Optional(writer, "type"u8, update.Type, static (writer, name, type) => JsonWriting.Text(writer, name, type?.Value));
        JsonWriting.Id(writer, "requester_id"u8, update.RequesterId);
        JsonWriting.Optional(writer, "assignee_id"u8, update.AssigneeId, JsonWriting.Id);
        JsonWriting.Optional(writer, "group_id"u8, update.GroupId, JsonWriting.Id);
        JsonWriting.Optional(writer, "organization_id"u8, update.OrganizationId, JsonWriting.Id);
        JsonWriting.Optional(writer, "problem_id"u8, update.ProblemId, JsonWriting.Id);
        JsonWriting.Id(writer, "custom_status_id"u8, update.CustomStatusId);
        JsonWriting.Optional(writer, "external_id"u8, update.ExternalId, JsonWriting.Text);
        JsonWriting.Optional(writer, "due_at"u8, update.DueAt, JsonWriting.Time);
        JsonWriting.Id(writer, "brand_id"u8, update.BrandId);
        JsonWriting.Id(writer, "ticket_form_id"u8, update.TicketFormId);
        JsonWriting.Texts(writer, "additional_tags"u8, update.AddedTags);
        JsonWriting.Texts(writer, "remove_tags"u8, update.RemovedTags);
        JsonWriting.Text(writer, "assignee_email"u8, update.AssigneeEmail);
        PeopleWriter.Changes(writer, "followers"u8, update.Followers);
        PeopleWriter.Changes(writer, "email_ccs"u8, update.EmailCcs);
        JsonWriting.Ids(writer, "collaborator_ids"u8, update.CollaboratorIds);
        PeopleWriter.Collaborators(writer, "additional_collaborators"u8, update.AdditionalCollaborators);
        JsonWriting.Ids(writer, "attribute_value_ids"u8, update.AttributeValueIds);
        JsonWriting.Ids(writer, "sharing_agreement_ids"u8, update.SharingAgreementIds);
        Shared(writer, update.Tags, update.CustomFields, update.Metadata, update.AdditionalProperties);
        if (update.UpdatedStamp is { } stamp)
        {
            JsonWriting.Time(writer, "updated_stamp"u8, stamp);
            writer.WriteBoolean("safe_update"u8, true);
        }
    }

    public static void Change(Utf8JsonWriter writer, TicketChange change)
    {
        writer.WriteNumber("id"u8, change.Id);
        Update(writer, change.Update);
    }

    private static void Shared(
        Utf8JsonWriter writer,
        IReadOnlyList<string>? tags,
        IReadOnlyList<CustomField>? fields,
        IReadOnlyDictionary<string, JsonElement> metadata,
        IReadOnlyDictionary<string, JsonElement> others)
    {
        JsonWriting.Texts(writer, "tags"u8, tags);
        JsonWriting.List(writer, "custom_fields"u8, fields, CustomFieldJson.Write);
        if (metadata.Count > 0)
        {
            writer.WriteStartObject("metadata"u8);
            JsonWriting.Members(writer, metadata);
            writer.WriteEndObject();
        }

        JsonWriting.Members(writer, others);
    }
}
