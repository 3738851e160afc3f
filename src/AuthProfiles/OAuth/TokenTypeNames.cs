namespace AuthProfiles.OAuth;

/// <summary>The names of token types (RFC 8693, section 3).</summary>
internal static class TokenTypeNames
{
    public const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";
    public const string Jwt = "urn:ietf:params:oauth:token-type:jwt";
}
