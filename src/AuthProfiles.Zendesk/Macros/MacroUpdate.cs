namespace AuthProfiles.Zendesk;

/// <summary>A change of a macro. Immutable; what is not assigned stays as it is.</summary>
public sealed record MacroUpdate
{
    /// <summary>Gets the title.</summary>
    public string? Title { get; init; }

    /// <summary>Gets all that it does; what is not named it does no longer.</summary>
    public IReadOnlyList<MacroAction>? Actions { get; init; }

    /// <summary>Gets the description; null takes it away.</summary>
    public Optional<string?> Description { get; init; }

    /// <summary>Gets a value indicating whether it is in use.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Gets who has it; null gives it to everybody.</summary>
    public Optional<MacroRestriction?> Restriction { get; init; }
}
