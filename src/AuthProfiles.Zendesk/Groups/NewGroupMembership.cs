namespace AuthProfiles.Zendesk;

/// <summary>A membership to create. Immutable; what is null is not sent.</summary>
/// <param name="UserId">The id of the agent.</param>
/// <param name="GroupId">The id of the group.</param>
public sealed record NewGroupMembership(long UserId, long GroupId)
{
    /// <summary>Gets a value indicating whether a ticket that is given to the agent is to go to this group.</summary>
    public bool? IsDefault { get; init; }
}
