using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Carries out a job.</summary>
/// <param name="at">The time at which it is at its end.</param>
/// <returns>What <c>results</c> says then.</returns>
internal delegate JsonNode? JobWork(DateTimeOffset at);
