using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A macro: changes that an agent makes to tickets with one click. Immutable.</summary>
public sealed record Macro
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the title; two colons make a level of a menu.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets a value indicating whether it is in use.</summary>
    public bool IsActive { get; init; }

    /// <summary>Gets a value indicating whether it is one of Zendesk's.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Gets the place among the macros.</summary>
    public long? Position { get; init; }

    /// <summary>Gets what it does.</summary>
    public IReadOnlyList<MacroAction> Actions { get; init; } = [];

    /// <summary>Gets who has it, or null where everybody has.</summary>
    public MacroRestriction? Restriction { get; init; }

    /// <summary>Gets how often it was used in the last hour; null unless it was asked for.</summary>
    public long? UsageLastHour { get; init; }

    /// <summary>Gets how often it was used in the last day; null unless it was asked for.</summary>
    public long? UsageLastDay { get; init; }

    /// <summary>Gets how often it was used in the last week; null unless it was asked for.</summary>
    public long? UsageLastWeek { get; init; }

    /// <summary>Gets how often it was used in the last 30 days; null unless it was asked for.</summary>
    public long? UsageLastMonth { get; init; }

    /// <summary>Gets the app that it belongs to, as it came; null where there is none, or it was not asked for.</summary>
    public JsonElement? AppInstallation { get; init; }

    /// <summary>Gets its categories, as they came; null unless they were asked for.</summary>
    public JsonElement? Categories { get; init; }

    /// <summary>Gets what the user may do with it, as it came; null unless it was asked for.</summary>
    public JsonElement? Permissions { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
