namespace AuthProfiles.Testing.Authorization;

/// <summary>What an authorization code stands for (RFC 6749, section 4.1.2).</summary>
/// <param name="Access">What was consented to.</param>
/// <param name="RedirectUri">Where it was sent; whoever redeems it says the same.</param>
/// <param name="Challenge">The challenge (RFC 7636); null where none was required and none given.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record AuthorizationCode(GrantedAccess Access, string RedirectUri, string? Challenge, DateTimeOffset ExpiresAt)
{
    /// <summary>As Zendesk has it; RFC 6749 asks for at most ten minutes.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    public TokenFamily Family { get; } = new();

    public bool IsUsed { get; set; }
}
