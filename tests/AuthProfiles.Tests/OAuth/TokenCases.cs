namespace AuthProfiles.Tests.OAuth;

/// <summary>The table of token answers.</summary>
internal static class TokenCases
{
    public static IReadOnlyList<TokenCase> All { get; } =
        [.. LifetimeCases.All, .. TypeCases.All, .. AccessTokenCases.All, .. RefreshCases.All, .. JsonCases.All, .. ErrorCases.All];
}
