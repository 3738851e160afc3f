namespace AuthProfiles.Zendesk;

/// <summary>Which forms are wanted. Immutable; what is null does not matter.</summary>
public sealed record TicketFormFilter
{
    /// <summary>Gets a value indicating whether they must be in use, or must not.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Gets a value indicating whether end users must see them, or must not.</summary>
    public bool? IsEndUserVisible { get; init; }

    /// <summary>Gets a value indicating whether they must be of the brand whose subdomain is called.</summary>
    public bool? IsOfBrand { get; init; }

    /// <summary>Gets a value indicating whether the default form comes where there is none.</summary>
    public bool? FallsBackToDefault { get; init; }
}
