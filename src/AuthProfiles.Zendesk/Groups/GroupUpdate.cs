using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A change of a group. Immutable; what is not assigned stays as it is.</summary>
public sealed record GroupUpdate
{
    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the description; null takes it away.</summary>
    public Optional<string?> Description { get; init; }

    /// <summary>Gets a value indicating whether agents outside see the group's tickets. A private group never becomes public.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>Gets members that have no property here; they are sent as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
