namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>What came to the token endpoint, and what it answered.</summary>
internal sealed record TokenCounts(
    int Total,
    IReadOnlyDictionary<string, int> ByGrant,
    IReadOnlyDictionary<string, int> ByClient,
    IReadOnlyDictionary<string, int> ByStatus,
    IReadOnlyDictionary<string, int> Errors,
    int MaxInFlight,
    int InjectedFailures);
