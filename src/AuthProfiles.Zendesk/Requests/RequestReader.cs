using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Requests;

/// <summary>Reads requests.</summary>
internal static class RequestReader
{
    public static Request? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? requester = null, assignee = null, group = null, organization = null, form = null, followUp = null, customStatus = null;
        string? subject = null, description = null, status = null, priority = null, type = null, recipient = null;
        bool? isSolved = null, canBeSolved = null, isPublic = null;
        TicketChannel? channel = null;
        ViaSource? source = null;
        IReadOnlyList<long> collaborators = [], emailCcs = [];
        IReadOnlyList<CustomField> fields = [];
        DateTimeOffset? dueAt = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 3 when name.SequenceEqual("via"u8):
                    channel = ViaReader.Read(ref json, out source);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    type = json.Text(TicketType.Known);
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    status = json.Text(TicketStatus.Known);
                    break;
                case 6 when name.SequenceEqual("solved"u8):
                    isSolved = json.Boolean();
                    break;
                case 6 when name.SequenceEqual("due_at"u8):
                    dueAt = json.Time();
                    break;
                case 6 when name.SequenceEqual("fields"u8):
                    // The custom fields once more, under their older name.
                    json.Skip();
                    break;
                case 7 when name.SequenceEqual("subject"u8):
                    subject = json.Text();
                    break;
                case 8 when name.SequenceEqual("priority"u8):
                    priority = json.Text(TicketPriority.Known);
                    break;
                case 8 when name.SequenceEqual("group_id"u8):
                    group = json.Int64();
                    break;
                case 9 when name.SequenceEqual("recipient"u8):
                    recipient = json.Text();
                    break;
                case 9 when name.SequenceEqual("is_public"u8):
                    isPublic = json.Boolean();
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = json.Text();
                    break;
                case 11 when name.SequenceEqual("assignee_id"u8):
                    assignee = json.Int64();
                    break;
                case 12 when name.SequenceEqual("requester_id"u8):
                    requester = json.Int64();
                    break;
                case 12 when name.SequenceEqual("email_cc_ids"u8):
                    emailCcs = json.Ids();
                    break;
                case 13 when name.SequenceEqual("custom_fields"u8):
                    fields = json.List(CustomFieldJson.Read);
                    break;
                case 14 when name.SequenceEqual("ticket_form_id"u8):
                    form = json.Int64();
                    break;
                case 15 when name.SequenceEqual("organization_id"u8):
                    organization = json.Int64();
                    break;
                case 16 when name.SequenceEqual("collaborator_ids"u8):
                    collaborators = json.Ids();
                    break;
                case 16 when name.SequenceEqual("custom_status_id"u8):
                    customStatus = json.Int64();
                    break;
                case 18 when name.SequenceEqual("followup_source_id"u8):
                    followUp = json.Int64();
                    break;
                case 19 when name.SequenceEqual("can_be_solved_by_me"u8):
                    canBeSolved = json.Boolean();
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new Request
        {
            Id = head.Id("A request"),
            Subject = subject,
            Description = description,
            Status = status is null ? null : new TicketStatus(status),
            CustomStatusId = customStatus,
            Priority = priority is null ? null : new TicketPriority(priority),
            Type = type is null ? null : new TicketType(type),
            Channel = channel,
            Source = source,
            IsSolved = isSolved,
            CanBeSolvedByMe = canBeSolved,
            IsPublic = isPublic,
            RequesterId = requester,
            AssigneeId = assignee,
            GroupId = group,
            OrganizationId = organization,
            CollaboratorIds = collaborators,
            EmailCcIds = emailCcs,
            CustomFields = fields,
            TicketFormId = form,
            FollowUpSourceId = followUp,
            Recipient = recipient,
            DueAt = dueAt,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
