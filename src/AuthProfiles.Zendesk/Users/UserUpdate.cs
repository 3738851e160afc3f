using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A change of a user. Immutable; what is not assigned stays as it is.</summary>
public sealed record UserUpdate
{
    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets an e-mail address to add beside those there are; the primary one changes by <see cref="UserIdentitiesClient.MakePrimaryAsync"/>.</summary>
    public string? Email { get; init; }

    /// <summary>Gets the role.</summary>
    public UserRole? Role { get; init; }

    /// <summary>Gets the id of the account's own role that an agent is to have; null takes it away.</summary>
    public Optional<long?> CustomRoleId { get; init; }

    /// <summary>Gets the id of the organization; null takes the user out of it.</summary>
    public Optional<long?> OrganizationId { get; init; }

    /// <summary>Gets the id of an agent's default group.</summary>
    public long? DefaultGroupId { get; init; }

    /// <summary>Gets the ids of all brands that an agent works for; they replace those there are.</summary>
    public IReadOnlyList<long>? AgentBrandIds { get; init; }

    /// <summary>Gets the id that another system gives the user; null takes it away.</summary>
    public Optional<string?> ExternalId { get; init; }

    /// <summary>Gets the name of an agent that end users see; null takes it away.</summary>
    public Optional<string?> Alias { get; init; }

    /// <summary>Gets what is held about the user; null takes it away.</summary>
    public Optional<string?> Details { get; init; }

    /// <summary>Gets what is noted about the user; null takes it away.</summary>
    public Optional<string?> Notes { get; init; }

    /// <summary>Gets the primary phone number; null takes it away.</summary>
    public Optional<string?> Phone { get; init; }

    /// <summary>Gets a value indicating whether other users have the same phone number.</summary>
    public bool? HasSharedPhone { get; init; }

    /// <summary>Gets where Zendesk is to take the picture from.</summary>
    public string? RemotePhotoUrl { get; init; }

    /// <summary>Gets the signature of an agent; null takes it away.</summary>
    public Optional<string?> Signature { get; init; }

    /// <summary>Gets the language by its tag, such as <c>en-US</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>Gets the language by its number at Zendesk, where there is no <see cref="Locale"/>.</summary>
    public long? LocaleId { get; init; }

    /// <summary>Gets the time zone by Zendesk's name, such as <c>Copenhagen</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets the tags that replace all there are; an empty list takes all away. To add some use <see cref="UserTagsClient.AddAsync"/>.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Gets values of the account's own fields by their keys; the fields that are not named stay.</summary>
    public IReadOnlyDictionary<string, CustomFieldValue>? Fields { get; init; }

    /// <summary>Gets the tickets that the user has access to; null lifts the restriction.</summary>
    public Optional<TicketRestriction?> TicketRestriction { get; init; }

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

    /// <summary>Gets a value indicating whether Zendesk sends no e-mail by which the user verifies an added address.</summary>
    /// <value>The default is false: the account's settings decide.</value>
    public bool SkipsVerifyEmail { get; init; }

    /// <summary>Gets members that have no property here; they are sent as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
