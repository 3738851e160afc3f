namespace AuthProfiles.Zendesk;

/// <summary>How much an organization is related to. Immutable.</summary>
public sealed record OrganizationRelations
{
    /// <summary>Gets how many tickets it has.</summary>
    public long TicketCount { get; init; }

    /// <summary>Gets how many users it has.</summary>
    public long UserCount { get; init; }
}
