using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A view: a list of tickets that is defined by conditions. Immutable.</summary>
public sealed record View
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the title.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the title with its placeholder of dynamic content.</summary>
    public string? RawTitle { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets a value indicating whether it is shown to agents.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Gets a value indicating whether it is one that every account has.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>Gets its place among the views.</summary>
    public long? Position { get; init; }

    /// <summary>Gets the conditions that a ticket meets all of; empty where Zendesk does not say.</summary>
    public IReadOnlyList<ViewCondition> All { get; init; } = [];

    /// <summary>Gets the conditions that a ticket meets any of; empty where there are none.</summary>
    public IReadOnlyList<ViewCondition> Any { get; init; } = [];

    /// <summary>Gets how its tickets are shown, or null where Zendesk does not say.</summary>
    public ViewExecution? Execution { get; init; }

    /// <summary>Gets who may use it, or null where all agents may.</summary>
    public ViewRestriction? Restriction { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
