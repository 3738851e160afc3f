using System.Text.Json;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Organizations;

/// <summary>Writes organizations and changes of organizations by hand, so that what was not assigned is not sent.</summary>
internal static class OrganizationWriter
{
    public static void Create(Utf8JsonWriter writer, NewOrganization organization)
    {
        writer.WriteString("name"u8, organization.Name);
        JsonWriting.Text(writer, "details"u8, organization.Details);
        JsonWriting.Text(writer, "notes"u8, organization.Notes);
        JsonWriting.Text(writer, "external_id"u8, organization.ExternalId);
        JsonWriting.Id(writer, "group_id"u8, organization.GroupId);
        JsonWriting.Texts(writer, "domain_names"u8, organization.DomainNames);
        JsonWriting.Texts(writer, "tags"u8, organization.Tags);
        CustomFieldMap.Write(writer, "organization_fields"u8, organization.Fields);
        JsonWriting.Flag(writer, "shared_tickets"u8, organization.HasSharedTickets);
        JsonWriting.Flag(writer, "shared_comments"u8, organization.HasSharedComments);
        JsonWriting.Members(writer, organization.AdditionalProperties);
    }

    public static void Update(Utf8JsonWriter writer, OrganizationUpdate update)
    {
        JsonWriting.Text(writer, "name"u8, update.Name);
        JsonWriting.Optional(writer, "details"u8, update.Details, JsonWriting.Text);
        JsonWriting.Optional(writer, "notes"u8, update.Notes, JsonWriting.Text);
        JsonWriting.Optional(writer, "external_id"u8, update.ExternalId, JsonWriting.Text);
        JsonWriting.Optional(writer, "group_id"u8, update.GroupId, JsonWriting.Id);
        JsonWriting.Texts(writer, "domain_names"u8, update.DomainNames);
        JsonWriting.Texts(writer, "tags"u8, update.Tags);
        CustomFieldMap.Write(writer, "organization_fields"u8, update.Fields);
        JsonWriting.Flag(writer, "shared_tickets"u8, update.HasSharedTickets);
        JsonWriting.Flag(writer, "shared_comments"u8, update.HasSharedComments);
        JsonWriting.Members(writer, update.AdditionalProperties);
    }

    public static void Change(Utf8JsonWriter writer, OrganizationChange change)
    {
        writer.WriteNumber("id"u8, change.Id);
        Update(writer, change.Update);
    }

    public static void Membership(Utf8JsonWriter writer, NewOrganizationMembership membership)
    {
        writer.WriteNumber("user_id"u8, membership.UserId);
        writer.WriteNumber("organization_id"u8, membership.OrganizationId);
        JsonWriting.Flag(writer, "default"u8, membership.IsDefault);
    }
}
