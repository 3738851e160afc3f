namespace AuthProfiles.Zendesk;

/// <summary>Which views are wanted. Immutable; what is null narrows nothing.</summary>
public sealed record ViewFilter
{
    /// <summary>Gets for whom the views are.</summary>
    public ViewAccess? Access { get; init; }

    /// <summary>Gets whether they are shown to agents.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Gets the id of the group whose views are wanted.</summary>
    public long? GroupId { get; init; }
}
