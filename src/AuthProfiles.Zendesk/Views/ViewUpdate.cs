using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A change of a view. Immutable; what is not assigned stays as it is.</summary>
public sealed record ViewUpdate
{
    /// <summary>Gets the title.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the conditions that a ticket has to meet all of; they replace all there are.</summary>
    public IReadOnlyList<ViewCondition>? All { get; init; }

    /// <summary>Gets the conditions that a ticket has to meet any of; they replace all there are.</summary>
    public IReadOnlyList<ViewCondition>? Any { get; init; }

    /// <summary>Gets the title with a placeholder of dynamic content.</summary>
    public string? RawTitle { get; init; }

    /// <summary>Gets the description; null takes it away.</summary>
    public Optional<string?> Description { get; init; }

    /// <summary>Gets whether it is shown to agents.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Gets its place among the views.</summary>
    public long? Position { get; init; }

    /// <summary>Gets how the tickets are to be shown.</summary>
    public ViewOutput? Output { get; init; }

    /// <summary>Gets who may use it; null gives it to all agents.</summary>
    public Optional<ViewRestriction?> Restriction { get; init; }

    /// <summary>Gets members that have no property here; they are sent as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
