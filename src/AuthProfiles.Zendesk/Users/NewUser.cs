using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A user to create, or to find by e-mail address or external id and change. Immutable; what is null is not sent.</summary>
public sealed record NewUser
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the primary e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Gets the role. Zendesk's default is end user.</summary>
    public UserRole? Role { get; init; }

    /// <summary>Gets the id of the account's own role that an agent is to have.</summary>
    public long? CustomRoleId { get; init; }

    /// <summary>Gets the id of the organization.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>Gets the name of the organization, in place of <see cref="OrganizationId"/>.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>Gets the id of an agent's default group.</summary>
    public long? DefaultGroupId { get; init; }

    /// <summary>Gets the ids of the brands that an agent works for.</summary>
    public IReadOnlyList<long>? AgentBrandIds { get; init; }

    /// <summary>Gets the id that another system gives the user. No two users have the same, large and small letters apart.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets the identities beside <see cref="Email"/> and <see cref="Phone"/>.</summary>
    public IReadOnlyList<NewUserIdentity>? Identities { get; init; }

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

    /// <summary>Gets where Zendesk is to take the picture from.</summary>
    public string? RemotePhotoUrl { get; init; }

    /// <summary>Gets the signature of an agent.</summary>
    public string? Signature { get; init; }

    /// <summary>Gets the language by its tag, such as <c>en-US</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>Gets the language by its number at Zendesk, where there is no <see cref="Locale"/>.</summary>
    public long? LocaleId { get; init; }

    /// <summary>Gets the time zone by Zendesk's name, such as <c>Copenhagen</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets the tags. A tag has no white space.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Gets values of the account's own fields by their keys.</summary>
    public IReadOnlyDictionary<string, CustomFieldValue>? Fields { get; init; }

    /// <summary>Gets the tickets that the user has access to.</summary>
    public TicketRestriction? TicketRestriction { get; init; }

    /// <summary>Gets a value indicating whether the user may not sign in.</summary>
    public bool? IsSuspended { get; init; }

    /// <summary>Gets a value indicating whether the e-mail address counts as verified.</summary>
    public bool? IsVerified { get; init; }

    /// <summary>Gets a value indicating whether an agent is restricted.</summary>
    public bool? IsRestrictedAgent { get; init; }

    /// <summary>Gets a value indicating whether the user moderates forums.</summary>
    public bool? IsModerator { get; init; }

    /// <summary>Gets a value indicating whether an agent writes private comments alone.</summary>
    public bool? HasOnlyPrivateComments { get; init; }

    /// <summary>Gets a value indicating whether Zendesk sends no e-mail by which the user verifies the address.</summary>
    /// <value>The default is false: the account's settings decide.</value>
    public bool SkipsVerifyEmail { get; init; }

    /// <summary>Gets members that have no property here; they are sent as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
