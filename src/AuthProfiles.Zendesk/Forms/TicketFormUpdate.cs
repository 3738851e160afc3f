namespace AuthProfiles.Zendesk;

/// <summary>A change of a form. Immutable; what is not assigned stays as it is.</summary>
public sealed record TicketFormUpdate
{
    /// <summary>Gets the name that agents see.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the name that end users see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Gets the place among the forms.</summary>
    public long? Position { get; init; }

    /// <summary>Gets the ids of its fields, in their order; they replace those there are.</summary>
    public IReadOnlyList<long>? TicketFieldIds { get; init; }

    /// <summary>Gets a value indicating whether it is in use.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Gets a value indicating whether it is the one that a ticket has unless another is chosen.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>Gets a value indicating whether end users see it.</summary>
    public bool? IsEndUserVisible { get; init; }

    /// <summary>Gets a value indicating whether it is for all brands.</summary>
    public bool? IsInAllBrands { get; init; }

    /// <summary>Gets the ids of the brands it is for, where it is not for all.</summary>
    public IReadOnlyList<long>? BrandIds { get; init; }

    /// <summary>Gets what makes fields appear for agents; they replace what there is.</summary>
    public IReadOnlyList<FormCondition>? AgentConditions { get; init; }

    /// <summary>Gets what makes fields appear for end users; they replace what there is.</summary>
    public IReadOnlyList<FormCondition>? EndUserConditions { get; init; }
}
