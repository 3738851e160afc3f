using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>An organization of users as Zendesk gave it. Immutable.</summary>
public sealed record Organization
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the name, which no other organization of the account has.</summary>
    public string? Name { get; init; }

    /// <summary>Gets what is held about the organization, such as an address.</summary>
    public string? Details { get; init; }

    /// <summary>Gets what is noted about the organization.</summary>
    public string? Notes { get; init; }

    /// <summary>Gets the id that another system gives the organization. Zendesk takes large and small letters in it for the same.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets the id of the group that new tickets of its users go to.</summary>
    public long? GroupId { get; init; }

    /// <summary>Gets the domains of its users' e-mail addresses; empty where there are none.</summary>
    public IReadOnlyList<string> DomainNames { get; init; } = [];

    /// <summary>Gets the tags; empty where there are none.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Gets the account's own fields with their values by their keys; empty where there are none.</summary>
    public IReadOnlyDictionary<string, CustomFieldValue> Fields { get; init; } = ImmutableDictionary<string, CustomFieldValue>.Empty;

    /// <summary>Gets a value indicating whether its end users see each other's tickets, or null where Zendesk does not tell.</summary>
    public bool? HasSharedTickets { get; init; }

    /// <summary>Gets a value indicating whether its end users comment on each other's tickets, or null where Zendesk does not tell.</summary>
    public bool? HasSharedComments { get; init; }

    /// <summary>Gets when the organization was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the organization was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets the address of the organization in the API. It is never followed.</summary>
    public string? Url { get; init; }
}
