using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A role of agents that the account has made itself, as Zendesk gave it. Immutable.</summary>
public sealed record CustomRole
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the number of the kind, such as 0 for a role of the account's own and 1 for light agents.</summary>
    public long? RoleType { get; init; }

    /// <summary>Gets how many agents have the role.</summary>
    public long? TeamMemberCount { get; init; }

    /// <summary>Gets what the agents may do.</summary>
    public CustomRoleConfiguration? Configuration { get; init; }

    /// <summary>Gets when the role was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the role was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
