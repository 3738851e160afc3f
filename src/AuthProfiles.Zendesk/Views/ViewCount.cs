namespace AuthProfiles.Zendesk;

/// <summary>How many tickets a view has, as Zendesk last counted them: the more there are, the older the number is. Immutable.</summary>
public sealed record ViewCount
{
    /// <summary>Gets the id of the view, or null for a preview.</summary>
    public long? ViewId { get; init; }

    /// <summary>Gets the number, or null while Zendesk counts for the first time, which is not zero.</summary>
    public long? Value { get; init; }

    /// <summary>Gets the number for people, such as <c>~700</c>.</summary>
    public string? Pretty { get; init; }

    /// <summary>Gets a value indicating whether the number is fresh; otherwise Zendesk counts at this moment: ask again later.</summary>
    public bool IsFresh { get; init; }

    /// <summary>Gets whether the view is shown to agents, where Zendesk says so.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Gets the address of the count in the API. It is never followed.</summary>
    public string? Url { get; init; }
}
