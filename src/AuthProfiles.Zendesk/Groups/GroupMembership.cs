using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>The membership of an agent in a group as Zendesk gave it. Immutable.</summary>
public sealed record GroupMembership
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the id of the agent.</summary>
    public long? UserId { get; init; }

    /// <summary>Gets the id of the group.</summary>
    public long? GroupId { get; init; }

    /// <summary>Gets a value indicating whether a ticket that is given to the agent goes to this group.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Gets when the membership was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the membership was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets the address of the membership in the API. It is never followed.</summary>
    public string? Url { get; init; }
}
