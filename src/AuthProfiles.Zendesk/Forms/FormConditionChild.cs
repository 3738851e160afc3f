namespace AuthProfiles.Zendesk;

/// <summary>A field of a form that appears when another has a value. Immutable.</summary>
/// <param name="FieldId">The id of the field.</param>
/// <param name="IsRequired">Whether it must be filled in then; for agents, before the ticket is solved.</param>
public sealed record FormConditionChild(long FieldId, bool IsRequired)
{
    /// <summary>Gets on which statuses agents must fill it in: <c>NO_STATUSES</c>, <c>SOME_STATUSES</c>, <c>ALL_STATUSES</c>, or null where that is not said.</summary>
    public string? RequiredOn { get; init; }

    /// <summary>Gets the statuses of <c>SOME_STATUSES</c>; empty for others.</summary>
    public IReadOnlyList<string> RequiredStatuses { get; init; } = [];
}
