namespace AuthProfiles.Soak.Server;

/// <summary>A refresh token that was redeemed.</summary>
/// <param name="Family">Its family.</param>
/// <param name="Generation">Its generation; the answer has the next.</param>
/// <param name="Worker">Who sent it.</param>
internal sealed record Redemption(int Family, int Generation, string Worker);
