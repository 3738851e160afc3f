using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A change of an organization. Immutable; what is not assigned stays as it is.</summary>
public sealed record OrganizationUpdate
{
    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets what is held about the organization; null takes it away.</summary>
    public Optional<string?> Details { get; init; }

    /// <summary>Gets what is noted about the organization; null takes it away. Agents with no right to more may change this alone.</summary>
    public Optional<string?> Notes { get; init; }

    /// <summary>Gets the id that another system gives the organization; null takes it away.</summary>
    public Optional<string?> ExternalId { get; init; }

    /// <summary>Gets the id of the group that new tickets of its users are to go to; null takes it away.</summary>
    public Optional<long?> GroupId { get; init; }

    /// <summary>Gets the domains that replace all there are: name those that are to stay too.</summary>
    public IReadOnlyList<string>? DomainNames { get; init; }

    /// <summary>Gets the tags that replace all there are; an empty list takes all away. To add some use <see cref="OrganizationTagsClient.AddAsync"/>.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Gets values of the account's own fields by their keys; the fields that are not named stay.</summary>
    public IReadOnlyDictionary<string, CustomFieldValue>? Fields { get; init; }

    /// <summary>Gets a value indicating whether its end users see each other's tickets.</summary>
    public bool? HasSharedTickets { get; init; }

    /// <summary>Gets a value indicating whether its end users comment on each other's tickets.</summary>
    public bool? HasSharedComments { get; init; }

    /// <summary>Gets members that have no property here; they are sent as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
