namespace AuthProfiles.Connections;

/// <summary>The members of a stored connection.</summary>
internal static class ConnectionJson
{
    /// <summary>Raised when an older program could not read what is written.</summary>
    public const int CurrentFormat = 1;

    public const string Format = "format";
    public const string State = "state";
    public const string App = "app";
    public const string AccountLabel = "accountLabel";
    public const string Inputs = "inputs";
    public const string Grant = "grant";
    public const string AccessToken = "accessToken";
    public const string RefreshToken = "refreshToken";
    public const string ObtainedAt = "obtainedAt";
    public const string ExpiresAt = "expiresAt";
    public const string RefreshExpiresAt = "refreshExpiresAt";
    public const string Scope = "scope";
    public const string Issuer = "issuer";
    public const string ClientId = "clientId";
    public const string Outputs = "outputs";
}
