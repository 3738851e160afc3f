using System.Text.Json;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Users;

/// <summary>Writes users and changes of users by hand, so that what was not assigned is not sent.</summary>
internal static class UserWriter
{
    public static void Create(Utf8JsonWriter writer, NewUser user)
    {
        writer.WriteString("name"u8, user.Name);
        JsonWriting.Text(writer, "email"u8, user.Email);
        JsonWriting.Text(writer, "role"u8, user.Role?.Value);
        JsonWriting.Id(writer, "custom_role_id"u8, user.CustomRoleId);
        JsonWriting.Id(writer, "organization_id"u8, user.OrganizationId);
        if (user.OrganizationName is { } organization)
        {
            writer.WriteStartObject("organization"u8);
            writer.WriteString("name"u8, organization);
            writer.WriteEndObject();
        }

        JsonWriting.Id(writer, "default_group_id"u8, user.DefaultGroupId);
        JsonWriting.Ids(writer, "agent_brand_ids"u8, user.AgentBrandIds);
        JsonWriting.Text(writer, "external_id"u8, user.ExternalId);
        JsonWriting.List(writer, "identities"u8, user.Identities, static (writer, identity) =>
        {
            writer.WriteStartObject();
            UserIdentityWriter.Create(writer, identity);
            writer.WriteEndObject();
        });
        JsonWriting.Text(writer, "alias"u8, user.Alias);
        JsonWriting.Text(writer, "details"u8, user.Details);
        JsonWriting.Text(writer, "notes"u8, user.Notes);
        JsonWriting.Text(writer, "phone"u8, user.Phone);
        JsonWriting.Flag(writer, "shared_phone_number"u8, user.HasSharedPhone);
        JsonWriting.Text(writer, "remote_photo_url"u8, user.RemotePhotoUrl);
        JsonWriting.Text(writer, "signature"u8, user.Signature);
        JsonWriting.Text(writer, "locale"u8, user.Locale);
        JsonWriting.Id(writer, "locale_id"u8, user.LocaleId);
        JsonWriting.Text(writer, "time_zone"u8, user.TimeZone);
        JsonWriting.Texts(writer, "tags"u8, user.Tags);
        CustomFieldMap.Write(writer, "user_fields"u8, user.Fields);
        JsonWriting.Text(writer, "ticket_restriction"u8, user.TicketRestriction?.Value);
        JsonWriting.Flag(writer, "suspended"u8, user.IsSuspended);
        JsonWriting.Flag(writer, "verified"u8, user.IsVerified);
        JsonWriting.Flag(writer, "restricted_agent"u8, user.IsRestrictedAgent);
        JsonWriting.Flag(writer, "moderator"u8, user.IsModerator);
        JsonWriting.Flag(writer, "only_private_comments"u8, user.HasOnlyPrivateComments);
        SkipVerifyEmail(writer, user.SkipsVerifyEmail);
        JsonWriting.Members(writer, user.AdditionalProperties);
    }

    public static void Update(Utf8JsonWriter writer, UserUpdate update)
    {
        JsonWriting.Text(writer, "name"u8, update.Name);
        JsonWriting.Text(writer, "email"u8, update.Email);
        JsonWriting.Text(writer, "role"u8, update.Role?.Value);
        JsonWriting.Optional(writer, "custom_role_id"u8, update.CustomRoleId, JsonWriting.Id);
        JsonWriting.Optional(writer, "organization_id"u8, update.OrganizationId, JsonWriting.Id);
        JsonWriting.Id(writer, "default_group_id"u8, update.DefaultGroupId);
        JsonWriting.Ids(writer, "agent_brand_ids"u8, update.AgentBrandIds);
        JsonWriting.Optional(writer, "external_id"u8, update.ExternalId, JsonWriting.Text);
        JsonWriting.Optional(writer, "alias"u8, update.Alias, JsonWriting.Text);
        JsonWriting.Optional(writer, "details"u8, update.Details, JsonWriting.Text);
        JsonWriting.Optional(writer, "notes"u8, update.Notes, JsonWriting.Text);
        JsonWriting.Optional(writer, "phone"u8, update.Phone, JsonWriting.Text);
        JsonWriting.Flag(writer, "shared_phone_number"u8, update.HasSharedPhone);
        JsonWriting.Text(writer, "remote_photo_url"u8, update.RemotePhotoUrl);
        JsonWriting.Optional(writer, "signature"u8, update.Signature, JsonWriting.Text);
        JsonWriting.Text(writer, "locale"u8, update.Locale);
        JsonWriting.Id(writer, "locale_id"u8, update.LocaleId);
        JsonWriting.Text(writer, "time_zone"u8, update.TimeZone);
        JsonWriting.Texts(writer, "tags"u8, update.Tags);
        CustomFieldMap.Write(writer, "user_fields"u8, update.Fields);
        JsonWriting.Optional(writer, "ticket_restriction"u8, update.TicketRestriction, static (writer, name, restriction) => JsonWriting.Text(writer, name, restriction?.Value));
        JsonWriting.Flag(writer, "suspended"u8, update.IsSuspended);
        JsonWriting.Flag(writer, "verified"u8, update.IsVerified);
        JsonWriting.Flag(writer, "restricted_agent"u8, update.IsRestrictedAgent);
        JsonWriting.Flag(writer, "moderator"u8, update.IsModerator);
        JsonWriting.Flag(writer, "only_private_comments"u8, update.HasOnlyPrivateComments);
        SkipVerifyEmail(writer, update.SkipsVerifyEmail);
        JsonWriting.Members(writer, update.AdditionalProperties);
    }

    public static void Change(Utf8JsonWriter writer, UserChange change)
    {
        writer.WriteNumber("id"u8, change.Id);
        Update(writer, change.Update);
    }

    /// <summary>Writes that no e-mail is to be sent for verification, where that is so.</summary>
    public static void SkipVerifyEmail(Utf8JsonWriter writer, bool skips) => JsonWriting.Flag(writer, "skip_verify_email"u8, skips ? true : null);
}
