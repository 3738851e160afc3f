namespace AuthProfiles.Testing.Authorization;

/// <summary>What an assertion must be (RFC 7523, section 3), whether it stands for a client or for a grant.</summary>
internal sealed class AssertionRules
{
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    // Of issuers that are no clients.
    private readonly Dictionary<string, string> _publicKeys = new(StringComparer.Ordinal);
    private readonly HashSet<(string Issuer, string Id)> _used = [];

    public bool IsEmpty => _publicKeys.Count == 0;

    public void Add(string issuer, string publicKeyPem) => _publicKeys[issuer] = publicKeyPem;

    public bool IsSignedByIssuer(Jwt jwt) => jwt.Text("iss") is { } issuer && _publicKeys.TryGetValue(issuer, out var key) && JwtSignature.IsBy(jwt, key);

    /// <summary>Says what is wrong with the claims, or null.</summary>
    public static string? Fault(Jwt jwt, IReadOnlyCollection<string> audiences, DateTimeOffset now) => jwt switch
    {
        _ when !JwtSignature.IsKnown(jwt) => "The assertion's alg is none, or one that this server doesn't know.",
        _ when jwt.Text("iss") is null || jwt.Text("sub") is null => "The assertion has no iss or no sub.",
        _ when !jwt.Texts("aud").Any(audiences.Contains) => "The assertion's aud is neither this endpoint nor the issuer.",
        _ when jwt.Time("exp") is not { } end || end <= now => "The assertion's exp is missing or over.",
        _ when jwt.Time("exp") > now + s_longest => "The assertion's exp is more than an hour away.",
        _ when jwt.Has("nbf") && !(jwt.Time("nbf") <= now) => "The assertion's nbf isn't reached.",
        _ => null,
    };

    /// <summary>Takes an assertion's <c>jti</c> out of use.</summary>
    /// <returns>False if it was out of use before.</returns>
    public bool TryUse(Jwt jwt) => jwt.Text("jti") is not { } id || _used.Add((jwt.Text("iss")!, id));
}
