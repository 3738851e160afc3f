using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A user as Zendesk gave it. Immutable; what is null Zendesk does not tell, because it shows less of end users and to end users.</summary>
public sealed record User
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the primary e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Gets the role.</summary>
    public UserRole? Role { get; init; }

    /// <summary>Gets the number of the agent's kind, such as 1 for a light agent; null for end users.</summary>
    public long? RoleType { get; init; }

    /// <summary>Gets the id of the account's own role that an agent has.</summary>
    public long? CustomRoleId { get; init; }

    /// <summary>Gets the id of the organization, the default one where there are several.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>Gets the id of the agent's default group.</summary>
    public long? DefaultGroupId { get; init; }

    /// <summary>Gets the id that another system gives the user. Zendesk takes large and small letters in it for the same.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets the name of an agent that end users see.</summary>
    public string? Alias { get; init; }

    /// <summary>Gets what is held about the user, such as an address.</summary>
    public string? Details { get; init; }

    /// <summary>Gets what is noted about the user.</summary>
    public string? Notes { get; init; }

    /// <summary>Gets the primary phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Gets a value indicating whether other users have the same phone number.</summary>
    public bool? HasSharedPhone { get; init; }

    /// <summary>Gets the picture.</summary>
    public Attachment? Photo { get; init; }

    /// <summary>Gets where the picture was taken from.</summary>
    public string? RemotePhotoUrl { get; init; }

    /// <summary>Gets the signature of an agent.</summary>
    public string? Signature { get; init; }

    /// <summary>Gets the language by its tag, such as <c>en-US</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>Gets the language by its number at Zendesk.</summary>
    public long? LocaleId { get; init; }

    /// <summary>Gets the time zone by Zendesk's name, such as <c>Copenhagen</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets the time zone by its IANA name, such as <c>Europe/Copenhagen</c>.</summary>
    public string? IanaTimeZone { get; init; }

    /// <summary>Gets the tags; empty where there are none, or the account has no tags on users.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Gets the account's own fields with their values by their keys; empty where there are none.</summary>
    public IReadOnlyDictionary<string, CustomFieldValue> Fields { get; init; } = ImmutableDictionary<string, CustomFieldValue>.Empty;

    /// <summary>Gets the tickets that the user has access to, or null where they are not restricted.</summary>
    public TicketRestriction? TicketRestriction { get; init; }

    /// <summary>Gets a value indicating whether the user is there; false after deletion.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Gets a value indicating whether the user may neither sign in nor make tickets that are shown.</summary>
    public bool? IsSuspended { get; init; }

    /// <summary>Gets a value indicating whether any identity of the user is verified.</summary>
    public bool? IsVerified { get; init; }

    /// <summary>Gets a value indicating whether an agent is restricted; false for administrators.</summary>
    public bool? IsRestrictedAgent { get; init; }

    /// <summary>Gets a value indicating whether an agent works in chats alone.</summary>
    public bool? IsChatOnly { get; init; }

    /// <summary>Gets a value indicating whether the user moderates forums.</summary>
    public bool? IsModerator { get; init; }

    /// <summary>Gets a value indicating whether an agent writes private comments alone.</summary>
    public bool? HasOnlyPrivateComments { get; init; }

    /// <summary>Gets a value indicating whether the user is shared from another account.</summary>
    public bool? IsShared { get; init; }

    /// <summary>Gets a value indicating whether the user is an agent who is shared from another account.</summary>
    public bool? IsSharedAgent { get; init; }

    /// <summary>Gets a value indicating whether signing in takes a second factor.</summary>
    public bool? HasTwoFactor { get; init; }

    /// <summary>Gets when the user last signed in.</summary>
    public DateTimeOffset? LastLoginAt { get; init; }

    /// <summary>Gets when the user was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the user was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets the address of the user in the API. It is never followed.</summary>
    public string? Url { get; init; }
}
