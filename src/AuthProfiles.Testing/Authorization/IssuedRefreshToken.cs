namespace AuthProfiles.Testing.Authorization;

/// <summary>A refresh token, without its text.</summary>
/// <param name="access">What it renews.</param>
/// <param name="family">What ends with it.</param>
/// <param name="server">Where it is good; null for one of elsewhere.</param>
/// <param name="expiresAt">When it ends; null for never.</param>
internal sealed class IssuedRefreshToken(GrantedAccess access, TokenFamily family, string? server, DateTimeOffset? expiresAt)
{
    public GrantedAccess Access => access;

    public TokenFamily Family => family;

    /// <summary>Whether another one has taken its place.</summary>
    public bool IsUsed { get; set; }

    /// <summary>The access token that was issued with it.</summary>
    public IssuedToken? Companion { get; set; }

    public bool IsOf(string clientId) => access.ClientId.Length == 0 || string.Equals(access.ClientId, clientId, StringComparison.Ordinal);

    public bool IsGoodAt(TokenCall call) => server is null || call.Dialect.IsSameServer(server, call.Server);

    public bool Lives(DateTimeOffset now) => !family.IsEnded && (expiresAt is null || now < expiresAt);
}
