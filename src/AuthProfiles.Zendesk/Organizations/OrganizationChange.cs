namespace AuthProfiles.Zendesk;

/// <summary>A change of one organization among many. Immutable.</summary>
/// <param name="Id">The organization's id.</param>
/// <param name="Update">What to change.</param>
public sealed record OrganizationChange(long Id, OrganizationUpdate Update);
