namespace AuthProfiles.Soak.Server;

/// <summary>What one token answer gives.</summary>
internal sealed record IssuedTokens(string AccessToken, string RefreshToken, TimeSpan Lifetime);
