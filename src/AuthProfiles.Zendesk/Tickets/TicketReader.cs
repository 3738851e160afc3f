using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Reads tickets by hand: no reflection, one pass, no strings for what is mostly the same.</summary>
internal static class TicketReader
{
    /// <summary>Reads a ticket; null for null, and for a search result that is something else than a ticket.</summary>
    public static Ticket? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        long? id = null, requester = null, submitter = null, assignee = null, group = null, organization = null;
        long? brand = null, form = null, problem = null, customStatus = null;
        string? subject = null, description = null, externalId = null, recipient = null, url = null;
        string? status = null, priority = null, type = null, channel = null;
        IReadOnlyList<string> tags = [];
        IReadOnlyList<CustomField> fields = [];
        IReadOnlyList<long> collaborators = [], followers = [], emailCcs = [];
        bool? hasIncidents = null, isPublic = null;
        DateTimeOffset? dueAt = null, createdAt = null, updatedAt = null;
        var isTicket = true;

        while (JsonReading.NextMember(ref reader))
        {
            var name = JsonReading.Name(ref reader);
            reader.Read();

            // By length first: a ticket has some forty members, and comparing each with every name would take longer than reading them.
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = JsonReading.Int64(ref reader);
                    break;
                case 3 when name.SequenceEqual("url"u8):
                    url = JsonReading.Text(ref reader);
                    break;
                case 3 when name.SequenceEqual("via"u8):
                    channel = ViaReader.ReadChannel(ref reader);
                    break;
                case 4 when name.SequenceEqual("tags"u8):
                    tags = JsonReading.Texts(ref reader);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    type = JsonReading.Text(ref reader, TicketType.Known);
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    status = JsonReading.Text(ref reader, TicketStatus.Known);
                    break;
                case 6 when name.SequenceEqual("due_at"u8):
                    dueAt = JsonReading.Time(ref reader);
                    break;
                case 7 when name.SequenceEqual("subject"u8):
                    subject = JsonReading.Text(ref reader);
                    break;
                case 8 when name.SequenceEqual("priority"u8):
                    priority = JsonReading.Text(ref reader, TicketPriority.Known);
                    break;
                case 8 when name.SequenceEqual("group_id"u8):
                    group = JsonReading.Int64(ref reader);
                    break;
                case 8 when name.SequenceEqual("brand_id"u8):
                    brand = JsonReading.Int64(ref reader);
                    break;
                case 9 when name.SequenceEqual("recipient"u8):
                    recipient = JsonReading.Text(ref reader);
                    break;
                case 9 when name.SequenceEqual("is_public"u8):
                    isPublic = JsonReading.Boolean(ref reader);
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = JsonReading.Time(ref reader);
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    updatedAt = JsonReading.Time(ref reader);
                    break;
                case 10 when name.SequenceEqual("problem_id"u8):
                    problem = JsonReading.Int64(ref reader);
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = JsonReading.Text(ref reader);
                    break;
                case 11 when name.SequenceEqual("assignee_id"u8):
                    assignee = JsonReading.Int64(ref reader);
                    break;
                case 11 when name.SequenceEqual("external_id"u8):
                    externalId = JsonReading.Text(ref reader);
                    break;
                case 11 when name.SequenceEqual("result_type"u8):
                    isTicket = reader.ValueTextEquals("ticket"u8);
                    reader.Skip();
                    break;
                case 12 when name.SequenceEqual("requester_id"u8):
                    requester = JsonReading.Int64(ref reader);
                    break;
                case 12 when name.SequenceEqual("submitter_id"u8):
                    submitter = JsonReading.Int64(ref reader);
                    break;
                case 12 when name.SequenceEqual("follower_ids"u8):
                    followers = JsonReading.Ids(ref reader);
                    break;
                case 12 when name.SequenceEqual("email_cc_ids"u8):
                    emailCcs = JsonReading.Ids(ref reader);
                    break;
                case 13 when name.SequenceEqual("custom_fields"u8):
                    fields = JsonReading.List(ref reader, CustomFieldJson.Read);
                    break;
                case 13 when name.SequenceEqual("has_incidents"u8):
                    hasIncidents = JsonReading.Boolean(ref reader);
                    break;
                case 14 when name.SequenceEqual("ticket_form_id"u8):
                    form = JsonReading.Int64(ref reader);
                    break;
                case 15 when name.SequenceEqual("organization_id"u8):
                    organization = JsonReading.Int64(ref reader);
                    break;
                case 16 when name.SequenceEqual("collaborator_ids"u8):
                    collaborators = JsonReading.Ids(ref reader);
                    break;
                case 16 when name.SequenceEqual("custom_status_id"u8):
                    customStatus = JsonReading.Int64(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return !isTicket ? null : new Ticket
        {
            Id = id ?? throw new JsonException("A ticket has no id."),
            Subject = subject,
            Description = description,
            Status = status is null ? null : new TicketStatus(status),
            Priority = priority is null ? null : new TicketPriority(priority),
            Type = type is null ? null : new TicketType(type),
            Channel = channel is null ? null : new TicketChannel(channel),
            Tags = tags,
            CustomFields = fields,
            RequesterId = requester,
            SubmitterId = submitter,
            AssigneeId = assignee,
            GroupId = group,
            OrganizationId = organization,
            BrandId = brand,
            TicketFormId = form,
            ProblemId = problem,
            CustomStatusId = customStatus,
            ExternalId = externalId,
            Recipient = recipient,
            CollaboratorIds = collaborators,
            FollowerIds = followers,
            EmailCcIds = emailCcs,
            HasIncidents = hasIncidents ?? false,
            IsPublic = isPublic,
            DueAt = dueAt,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            Url = url,
        };
    }
}
