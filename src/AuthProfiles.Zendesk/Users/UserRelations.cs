namespace AuthProfiles.Zendesk;

/// <summary>How much a user is related to. Immutable.</summary>
public sealed record UserRelations
{
    /// <summary>Gets how many tickets are assigned to the user.</summary>
    public long AssignedTicketCount { get; init; }

    /// <summary>Gets how many tickets the user asked for help in.</summary>
    public long RequestedTicketCount { get; init; }

    /// <summary>Gets how many tickets the user is copied in on.</summary>
    public long CopiedTicketCount { get; init; }

    /// <summary>Gets how many organizations the user has subscribed to.</summary>
    public long OrganizationSubscriptionCount { get; init; }
}
