namespace AuthProfiles.Zendesk;

/// <summary>A change of one user among many. Immutable.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Update">What to change.</param>
public sealed record UserChange(long Id, UserUpdate Update);
