namespace AuthProfiles.Zendesk;

/// <summary>How the tickets of a view are to be shown. Immutable; what is null is not sent.</summary>
public sealed record ViewOutput
{
    /// <summary>Gets the columns, at most 10: names such as <c>status</c>, or ids of the account's own fields.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Gets the column that the tickets are grouped by; a minus in front turns the order round.</summary>
    public string? GroupBy { get; init; }

    /// <summary>Gets the column that the tickets are sorted by; a minus in front turns the order round.</summary>
    public string? SortBy { get; init; }
}
