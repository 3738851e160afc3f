using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>An organization to create, or to find by its external id and change. Immutable; what is null is not sent.</summary>
public sealed record NewOrganization
{
    /// <summary>Gets the name, which no other organization of the account may have.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what is held about the organization, such as an address.</summary>
    public string? Details { get; init; }

    /// <summary>Gets what is noted about the organization.</summary>
    public string? Notes { get; init; }

    /// <summary>Gets the id that another system gives the organization. Zendesk takes large and small letters in it for the same.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets the id of the group that new tickets of its users are to go to.</summary>
    public long? GroupId { get; init; }

    /// <summary>Gets the domains of its users' e-mail addresses.</summary>
    public IReadOnlyList<string>? DomainNames { get; init; }

    /// <summary>Gets the tags. A tag has no white space.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Gets values of the account's own fields by their keys.</summary>
    public IReadOnlyDictionary<string, CustomFieldValue>? Fields { get; init; }

    /// <summary>Gets a value indicating whether its end users see each other's tickets.</summary>
    public bool? HasSharedTickets { get; init; }

    /// <summary>Gets a value indicating whether its end users comment on each other's tickets.</summary>
    public bool? HasSharedComments { get; init; }

    /// <summary>Gets members that have no property here; they are sent as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
