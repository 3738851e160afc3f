namespace AuthProfiles.Zendesk;

/// <summary>What a search of requests is narrowed to. Immutable; what is null narrows nothing.</summary>
public sealed record RequestFilter
{
    /// <summary>Gets the id of the organization whose requests are wanted, which the user has to be allowed to see.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>Gets a value indicating whether only requests are wanted in which the user is copied in.</summary>
    /// <value>The default is false.</value>
    public bool IsCopiedIn { get; init; }

    /// <summary>Gets the statuses of the requests that are wanted.</summary>
    /// <value>The default is none: requests of any status.</value>
    public IReadOnlyList<TicketStatus> Statuses { get; init; } = [];
}
