namespace AuthProfiles.Zendesk;

/// <summary>A membership to create. Immutable; what is null is not sent.</summary>
/// <param name="UserId">The id of the user.</param>
/// <param name="OrganizationId">The id of the organization.</param>
public sealed record NewOrganizationMembership(long UserId, long OrganizationId)
{
    /// <summary>Gets a value indicating whether it is to be the user's default organization.</summary>
    public bool? IsDefault { get; init; }
}
