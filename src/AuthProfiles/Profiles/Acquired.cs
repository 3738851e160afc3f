namespace AuthProfiles;

/// <summary>The answer of a profile: the credential to inject and, for OAuth, the grant to keep.</summary>
/// <param name="Credential">The credential.</param>
/// <param name="Grant">The new grant, or null where there is nothing to keep. It is durable before the credential is used.</param>
public sealed record Acquired(Credential Credential, Grant? Grant = null);
