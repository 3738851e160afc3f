namespace AuthProfiles.Zendesk;

/// <summary>A macro to create. Immutable.</summary>
public sealed record NewMacro
{
    /// <summary>Gets the title; two colons make a level of a menu.</summary>
    public required string Title { get; init; }

    /// <summary>Gets what it does; at least one thing.</summary>
    public required IReadOnlyList<MacroAction> Actions { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets a value indicating whether it is in use. The default is Zendesk's: it is.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Gets who has it. The default is null: everybody.</summary>
    public MacroRestriction? Restriction { get; init; }
}
