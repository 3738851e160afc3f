using System.Text.Json;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Users;

/// <summary>Reads users.</summary>
internal static class UserReader
{
    public static User? Read(ref JsonSource json) =>
        !json.BeginsObject() ? null : ReadMembers(ref json) ?? throw new JsonException("A user has no id.");

    /// <summary>Reads an object that has begun; null where it is nobody whom Zendesk knows, without an id.</summary>
    public static User? ReadMembers(ref JsonSource json)
    {
        long? id = null, roleType = null, customRole = null, organization = null, defaultGroup = null, localeId = null;
        string? called = null, email = null, role = null, externalId = null, alias = null, details = null, notes = null;
        string? phone = null, remotePhotoUrl = null, signature = null, locale = null, timeZone = null, ianaTimeZone = null;
        string? restriction = null, url = null;
        bool? hasSharedPhone = null, isActive = null, isSuspended = null, isVerified = null, isRestricted = null;
        bool? isChatOnly = null, isModerator = null, onlyPrivate = null, isShared = null, isSharedAgent = null;
        bool? hasTwoFactor = null;
        Attachment? photo = null;
        DateTimeOffset? lastLoginAt = null, createdAt = null, updatedAt = null;
        IReadOnlyList<string> tags = [];
        IReadOnlyDictionary<string, CustomFieldValue>? fields = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 3 when name.SequenceEqual("url"u8):
                    url = json.Text();
                    break;
                case 4 when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                case 4 when name.SequenceEqual("role"u8):
                    role = json.Text(UserRole.Known);
                    break;
                case 4 when name.SequenceEqual("tags"u8):
                    tags = json.Texts();
                    break;
                case 5 when name.SequenceEqual("email"u8):
                    email = json.Text();
                    break;
                case 5 when name.SequenceEqual("alias"u8):
                    alias = json.Text();
                    break;
                case 5 when name.SequenceEqual("notes"u8):
                    notes = json.Text();
                    break;
                case 5 when name.SequenceEqual("phone"u8):
                    phone = json.Text();
                    break;
                case 5 when name.SequenceEqual("photo"u8):
                    photo = AttachmentReader.Read(ref json);
                    break;
                case 6 when name.SequenceEqual("locale"u8):
                    locale = json.Text();
                    break;
                case 6 when name.SequenceEqual("active"u8):
                    isActive = json.Boolean();
                    break;
                case 6 when name.SequenceEqual("shared"u8):
                    isShared = json.Boolean();
                    break;
                case 7 when name.SequenceEqual("details"u8):
                    details = json.Text();
                    break;
                case 8 when name.SequenceEqual("verified"u8):
                    isVerified = json.Boolean();
                    break;
                case 9 when name.SequenceEqual("role_type"u8):
                    roleType = json.Int64();
                    break;
                case 9 when name.SequenceEqual("signature"u8):
                    signature = json.Text();
                    break;
                case 9 when name.SequenceEqual("locale_id"u8):
                    localeId = json.Int64();
                    break;
                case 9 when name.SequenceEqual("time_zone"u8):
                    timeZone = json.Text();
                    break;
                case 9 when name.SequenceEqual("suspended"u8):
                    isSuspended = json.Boolean();
                    break;
                case 9 when name.SequenceEqual("chat_only"u8):
                    isChatOnly = json.Boolean();
                    break;
                case 9 when name.SequenceEqual("moderator"u8):
                    isModerator = json.Boolean();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    updatedAt = json.Time();
                    break;
                case 11 when name.SequenceEqual("external_id"u8):
                    externalId = json.Text();
                    break;
                case 11 when name.SequenceEqual("user_fields"u8):
                    fields = CustomFieldMap.Read(ref json);
                    break;
                case 12 when name.SequenceEqual("shared_agent"u8):
                    isSharedAgent = json.Boolean();
                    break;
                case 13 when name.SequenceEqual("last_login_at"u8):
                    lastLoginAt = json.Time();
                    break;
                case 14 when name.SequenceEqual("custom_role_id"u8):
                    customRole = json.Int64();
                    break;
                case 14 when name.SequenceEqual("iana_time_zone"u8):
                    ianaTimeZone = json.Text();
                    break;
                case 15 when name.SequenceEqual("organization_id"u8):
                    organization = json.Int64();
                    break;
                case 16 when name.SequenceEqual("default_group_id"u8):
                    defaultGroup = json.Int64();
                    break;
                case 16 when name.SequenceEqual("remote_photo_url"u8):
                    remotePhotoUrl = json.Text();
                    break;
                case 16 when name.SequenceEqual("restricted_agent"u8):
                    isRestricted = json.Boolean();
                    break;
                case 18 when name.SequenceEqual("ticket_restriction"u8):
                    restriction = json.Text(TicketRestriction.Known);
                    break;
                case 19 when name.SequenceEqual("shared_phone_number"u8):
                    hasSharedPhone = json.Boolean();
                    break;
                case 21 when name.SequenceEqual("only_private_comments"u8):
                    onlyPrivate = json.Boolean();
                    break;
                case 23 when name.SequenceEqual("two_factor_auth_enabled"u8):
                    hasTwoFactor = json.Boolean();
                    break;
                case 18 when name.SequenceEqual("authenticity_token"u8):
                    // A secret of browser sessions, which no client of ours has: it is kept nowhere.
                    json.Skip();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return id is not { } known ? null : new User
        {
            Id = known,
            Name = called,
            Email = email,
            Role = role is null ? null : new UserRole(role),
            RoleType = roleType,
            CustomRoleId = customRole,
            OrganizationId = organization,
            DefaultGroupId = defaultGroup,
            ExternalId = externalId,
            Alias = alias,
            Details = details,
            Notes = notes,
            Phone = phone,
            HasSharedPhone = hasSharedPhone,
            Photo = photo,
            RemotePhotoUrl = remotePhotoUrl,
            Signature = signature,
            Locale = locale,
            LocaleId = localeId,
            TimeZone = timeZone,
            IanaTimeZone = ianaTimeZone,
            Tags = tags,
            Fields = fields ?? CustomFieldMap.Empty,
            TicketRestriction = restriction is null ? null : new TicketRestriction(restriction),
            IsActive = isActive,
            IsSuspended = isSuspended,
            IsVerified = isVerified,
            IsRestrictedAgent = isRestricted,
            IsChatOnly = isChatOnly,
            IsModerator = isModerator,
            HasOnlyPrivateComments = onlyPrivate,
            IsShared = isShared,
            IsSharedAgent = isSharedAgent,
            HasTwoFactor = hasTwoFactor,
            LastLoginAt = lastLoginAt,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            Url = url,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
