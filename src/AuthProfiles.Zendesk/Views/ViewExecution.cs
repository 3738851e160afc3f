namespace AuthProfiles.Zendesk;

/// <summary>How the tickets of a view are shown. Immutable.</summary>
public sealed record ViewExecution
{
    /// <summary>Gets the columns.</summary>
    public IReadOnlyList<ViewColumn> Columns { get; init; } = [];

    /// <summary>Gets what the tickets are grouped by, or null where they are not.</summary>
    public ViewOrder? Group { get; init; }

    /// <summary>Gets what the tickets are sorted by, or null where Zendesk does not say.</summary>
    public ViewOrder? Sort { get; init; }
}
