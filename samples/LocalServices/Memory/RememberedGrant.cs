namespace AuthProfiles.Samples.Memory;

/// <summary>A grant that is good at the next start too.</summary>
/// <param name="RefreshToken">Its newest refresh token.</param>
/// <param name="User">Who gave it.</param>
/// <param name="Scopes">What it is for.</param>
internal sealed record RememberedGrant(string RefreshToken, string User, IReadOnlyList<string> Scopes);
