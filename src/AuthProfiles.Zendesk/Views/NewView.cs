using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A view to create. Immutable; what is null is not sent.</summary>
public sealed record NewView
{
    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the conditions that a ticket has to meet all of. One of them is about <c>status</c>, <c>type</c>, <c>group_id</c>, <c>assignee_id</c> or <c>requester_id</c>.</summary>
    public required IReadOnlyList<ViewCondition> All { get; init; }

    /// <summary>Gets the conditions that a ticket has to meet any of.</summary>
    public IReadOnlyList<ViewCondition>? Any { get; init; }

    /// <summary>Gets the title with a placeholder of dynamic content.</summary>
    public string? RawTitle { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets whether it is shown to agents.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Gets its place among the views.</summary>
    public long? Position { get; init; }

    /// <summary>Gets how the tickets are to be shown.</summary>
    public ViewOutput? Output { get; init; }

    /// <summary>Gets who may use it. The default is null: all agents.</summary>
    public ViewRestriction? Restriction { get; init; }

    /// <summary>Gets members that have no property here; they are sent as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
