namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>What the resource says of a call that it took.</summary>
internal sealed record ApiAnswer(string ClientId, string? Sub, string? Scope, string Method, int BodyBytes);
