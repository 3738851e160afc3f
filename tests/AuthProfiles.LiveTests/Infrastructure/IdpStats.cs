namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>What the authorization server has counted since it was reset.</summary>
/// <param name="TokenRequests">Its token endpoint.</param>
/// <param name="Endpoints">Calls by method and path.</param>
/// <param name="TokenLog">The last token requests, without values.</param>
/// <param name="Api">The resource beside it.</param>
internal sealed record IdpStats(TokenCounts TokenRequests, IReadOnlyDictionary<string, int> Endpoints, IReadOnlyList<TokenEntry> TokenLog, ApiCounts Api);
