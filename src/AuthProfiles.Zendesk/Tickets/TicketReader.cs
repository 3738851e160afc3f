using System.Text.Json;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Reads tickets by hand: no reflection, one pass, no strings for what is mostly the same.</summary>
internal static class TicketReader
{
    /// <summary>Reads a ticket; null for null, and for a search result that is something else than a ticket.</summary>
    public static Ticket? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, requester = null, submitter = null, assignee = null, group = null, organization = null;
        long? brand = null, form = null, problem = null, customStatus = null, topic = null;
        string? subject = null, description = null, externalId = null, recipient = null, url = null;
        string? status = null, priority = null, type = null, rawSubject = null;
        TicketChannel? channel = null;
        ViaSource? source = null;
        TicketSatisfaction? satisfaction = null;
        UnknownMembers unknown = default;
        PassedValue passed = default;
        IReadOnlyList<string> tags = [];
        IReadOnlyList<CustomField> fields = [];
        IReadOnlyList<long> collaborators = [], followers = [], emailCcs = [], followUps = [], sharingAgreements = [];
        bool? hasIncidents = null, isPublic = null, fromMessaging = null, allowsChannelback = null, allowsAttachments = null;
        DateTimeOffset? dueAt = null, createdAt = null, updatedAt = null, generatedAt = null;
        var isTicket = true;

        while (json.NextMember(out var name))
        {
            // By length first: a ticket has some forty members, and comparing each with every name would take longer than reading them.
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 3 when name.SequenceEqual("url"u8):
                    url = json.Text();
                    break;
                case 3 when name.SequenceEqual("via"u8):
                    channel = ViaReader.Read(ref json, out source);
                    break;
                case 4 when name.SequenceEqual("tags"u8):
                    tags = json.Texts();
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    type = json.Text(TicketType.Known);
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    status = json.Text(TicketStatus.Known);
                    break;
                case 6 when name.SequenceEqual("due_at"u8):
                    dueAt = json.Time();
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
                case 8 when name.SequenceEqual("brand_id"u8):
                    brand = json.Int64();
                    break;
                case 9 when name.SequenceEqual("recipient"u8):
                    recipient = json.SharedText();
                    break;
                case 9 when name.SequenceEqual("is_public"u8):
                    isPublic = json.Boolean();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    updatedAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("problem_id"u8):
                    problem = json.Int64();
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = json.Text();
                    break;
                case 11 when name.SequenceEqual("assignee_id"u8):
                    assignee = json.Int64();
                    break;
                case 11 when name.SequenceEqual("external_id"u8):
                    externalId = json.Text();
                    break;
                case 11 when name.SequenceEqual("result_type"u8):
                    isTicket = json.TextEquals("ticket"u8);
                    json.Skip();
                    break;
                case 12 when name.SequenceEqual("requester_id"u8):
                    requester = json.Int64();
                    break;
                case 12 when name.SequenceEqual("submitter_id"u8):
                    submitter = json.Int64();
                    break;
                case 12 when name.SequenceEqual("follower_ids"u8):
                    followers = json.Ids();
                    break;
                case 12 when name.SequenceEqual("email_cc_ids"u8):
                    emailCcs = json.Ids();
                    break;
                case 13 when name.SequenceEqual("custom_fields"u8):
                    var start = json.Position;
                    fields = json.List(CustomFieldJson.Read);
                    passed = json.Passed(start);
                    break;
                case 13 when name.SequenceEqual("has_incidents"u8):
                    hasIncidents = json.Boolean();
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
                case 6 when name.SequenceEqual("fields"u8):
                    // The custom fields once more, under their older name: in some accounts the larger half of a ticket.
                    json.SkipCopy(passed);
                    break;
                case 11 when name.SequenceEqual("raw_subject"u8):
                    rawSubject = json.Text(subject);
                    break;
                case 12 when name.SequenceEqual("followup_ids"u8):
                    followUps = json.Ids();
                    break;
                case 14 when name.SequenceEqual("forum_topic_id"u8):
                    topic = json.Int64();
                    break;
                case 17 when name.SequenceEqual("allow_channelback"u8):
                    allowsChannelback = json.Boolean();
                    break;
                case 17 when name.SequenceEqual("allow_attachments"u8):
                    allowsAttachments = json.Boolean();
                    break;
                case 19 when name.SequenceEqual("satisfaction_rating"u8):
                    satisfaction = TicketSatisfactionReader.Read(ref json);
                    break;
                case 19 when name.SequenceEqual("generated_timestamp"u8):
                    generatedAt = json.UnixTime();
                    break;
                case 21 when name.SequenceEqual("sharing_agreement_ids"u8):
                    sharingAgreements = json.Ids();
                    break;
                case 22 when name.SequenceEqual("from_messaging_channel"u8):
                    fromMessaging = json.Boolean();
                    break;
                default:
                    json.Unknown(ref unknown);
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
            Channel = channel,
            Source = source,
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
            RawSubject = rawSubject,
            FollowUpIds = followUps,
            SharingAgreementIds = sharingAgreements,
            ForumTopicId = topic,
            Satisfaction = satisfaction,
            AllowsChannelback = allowsChannelback,
            AllowsAttachments = allowsAttachments,
            IsFromMessaging = fromMessaging,
            GeneratedAt = generatedAt,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
