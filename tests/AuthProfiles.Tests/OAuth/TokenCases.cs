namespace AuthProfiles.Tests.OAuth;

/// <summary>The table of token answers.</summary>
internal static class TokenCases
{
    /// <summary>Gets the answers of services that keep to RFC 6749, or miss it in a way that every service might.</summary>
    public static IReadOnlyList<TokenCase> Standard { get; } =
        [.. LifetimeCases.All, .. TypeCases.All, .. AccessTokenCases.All, .. ScopeCases.All, .. RefreshCases.All, .. JsonCases.All, .. ErrorCases.All];

    /// <summary>Gets all rows: also those of formats that differ.</summary>
    public static IReadOnlyList<TokenCase> All { get; } =
        [.. Standard, .. PlaceCases.All, .. ExpiryCases.All, .. ErrorRuleCases.All, .. FormCases.All];
}
