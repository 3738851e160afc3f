namespace AuthProfiles.Testing.Authorization;

/// <summary>What was granted to a client, whatever the grant.</summary>
/// <param name="ClientId">The client; empty for a refresh token of elsewhere, which any client may use.</param>
/// <param name="Scopes">The scopes granted.</param>
internal sealed record GrantedAccess(string ClientId, IReadOnlyList<string> Scopes)
{
    /// <summary>On whose behalf; null for the client's own.</summary>
    public string? UserName { get; init; }

    /// <summary>The services that tokens are good for (RFC 8707, and the audiences of RFC 8693).</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    public string? Nonce { get; init; }
}
