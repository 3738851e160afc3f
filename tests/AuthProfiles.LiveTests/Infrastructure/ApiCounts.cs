namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>What came to the resource.</summary>
internal sealed record ApiCounts(int Total, int Ok, int Unauthorized);
