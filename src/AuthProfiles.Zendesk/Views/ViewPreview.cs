namespace AuthProfiles.Zendesk;

/// <summary>A view to try out without making it. Immutable; what is null is not sent.</summary>
public sealed record ViewPreview
{
    /// <summary>Gets the conditions that a ticket has to meet all of.</summary>
    public required IReadOnlyList<ViewCondition> All { get; init; }

    /// <summary>Gets the conditions that a ticket has to meet any of.</summary>
    public IReadOnlyList<ViewCondition>? Any { get; init; }

    /// <summary>Gets how the tickets are to be shown.</summary>
    public ViewOutput? Output { get; init; }
}
