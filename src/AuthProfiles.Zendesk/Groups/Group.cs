using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A group of agents as Zendesk gave it. Immutable.</summary>
public sealed record Group
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets a value indicating whether agents outside see the group's tickets, or null where Zendesk does not tell.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>Gets a value indicating whether it is the account's default group.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Gets a value indicating whether it is deleted.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Gets when the group was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the group was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets the address of the group in the API. It is never followed.</summary>
    public string? Url { get; init; }
}
