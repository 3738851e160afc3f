using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>What an authorization server knows. The server's gate guards it.</summary>
internal sealed class ServerState(TimeProvider clock)
{
    private readonly HashSet<string> _issuers = new(StringComparer.Ordinal);

    public DateTimeOffset Now => clock.GetUtcNow();

    public ClientRegister Clients { get; } = new();

    public Accounts Accounts { get; } = new();

    public TokenRegister Tokens { get; } = new();

    public DeviceRegister Devices { get; } = new();

    public AssertionRules Assertions { get; } = new();

    public Dictionary<string, AuthorizationCode> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>The tokens of elsewhere that may be exchanged, with their users.</summary>
    public Dictionary<string, string> SubjectTokens { get; } = new(StringComparer.Ordinal);

    public bool RequiresPkce { get; set; } = true;

    public bool RotatesRefreshTokens { get; set; } = true;

    /// <summary>Keeps the issuer whose metadata were asked for: it is one, however its path reads.</summary>
    public void Remember(string issuer) => _issuers.Add(issuer);

    /// <summary>The issuer at whose endpoint a request arrived.</summary>
    public string IssuerOf(LocalRequest request)
    {
        var address = request.Uri.GetLeftPart(UriPartial.Path);
        return _issuers.Where(issuer => address.StartsWith(issuer + "/", StringComparison.Ordinal)).MaxBy(static issuer => issuer.Length)
            ?? TokenDialect.Of(request).IssuerOf(request);
    }
}
