using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Organizations;

/// <summary>Reads organizations.</summary>
internal static class OrganizationReader
{
    public static Organization? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? group = null;
        string? called = null, details = null, notes = null, externalId = null;
        bool? sharedTickets = null, sharedComments = null;
        IReadOnlyList<string> domains = [];
        IReadOnlyList<string> tags = [];
        IReadOnlyDictionary<string, CustomFieldValue>? fields = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                case 4 when name.SequenceEqual("tags"u8):
                    tags = json.Texts();
                    break;
                case 5 when name.SequenceEqual("notes"u8):
                    notes = json.Text();
                    break;
                case 7 when name.SequenceEqual("details"u8):
                    details = json.Text();
                    break;
                case 8 when name.SequenceEqual("group_id"u8):
                    group = json.Int64();
                    break;
                case 11 when name.SequenceEqual("external_id"u8):
                    externalId = json.Text();
                    break;
                case 12 when name.SequenceEqual("domain_names"u8):
                    domains = json.Texts();
                    break;
                case 14 when name.SequenceEqual("shared_tickets"u8):
                    sharedTickets = json.Boolean();
                    break;
                case 15 when name.SequenceEqual("shared_comments"u8):
                    sharedComments = json.Boolean();
                    break;
                case 19 when name.SequenceEqual("organization_fields"u8):
                    fields = CustomFieldMap.Read(ref json);
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new Organization
        {
            Id = head.Id("An organization"),
            Name = called,
            Details = details,
            Notes = notes,
            ExternalId = externalId,
            GroupId = group,
            DomainNames = domains,
            Tags = tags,
            Fields = fields ?? CustomFieldMap.Empty,
            HasSharedTickets = sharedTickets,
            HasSharedComments = sharedComments,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
