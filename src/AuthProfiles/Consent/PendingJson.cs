namespace AuthProfiles.Consent;

/// <summary>The members of a consent that has begun, where it is kept.</summary>
internal static class PendingJson
{
    public const string Profile = "profile";
    public const string Tenant = "tenant";
    public const string User = "user";
    public const string RedirectUri = "redirectUri";
    public const string TokenAddress = "tokenAddress";
    public const string Verifier = "verifier";
    public const string Nonce = "nonce";
    public const string ClientId = "clientId";
    public const string Issuer = "issuer";
    public const string IssuerForm = "issuerForm";
    public const string NamesIssuer = "namesIssuer";
    public const string Inputs = "inputs";
    public const string Context = "context";
    public const string ExpiresAt = "expiresAt";
    public const string IsUsed = "isUsed";
}
