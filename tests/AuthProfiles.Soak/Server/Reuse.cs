namespace AuthProfiles.Soak.Server;

/// <summary>A refresh token that came again, which ended its family.</summary>
/// <param name="First">Who had redeemed it.</param>
/// <param name="User">Whose family it was.</param>
/// <param name="Worker">Who sent it again.</param>
internal sealed record Reuse(Redemption First, string User, string Worker);
