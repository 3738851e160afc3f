namespace AuthProfiles.Zendesk;

/// <summary>Which macros are wanted. Immutable; what is null does not matter.</summary>
public sealed record MacroFilter
{
    /// <summary>Gets who must have them: <c>personal</c>, <c>agents</c>, <c>shared</c> or <c>account</c>.</summary>
    public string? Access { get; init; }

    /// <summary>Gets a value indicating whether they must be in use, or must not.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Gets the category they must be of, as <see cref="MacrosClient.ListCategoriesAsync"/> names it.</summary>
    public string? Category { get; init; }

    /// <summary>Gets the id of the group that must have them.</summary>
    public long? GroupId { get; init; }

    /// <summary>Gets a value indicating whether only those come that the user can apply, not all that the user can manage.</summary>
    public bool? OnlyViewable { get; init; }
}
