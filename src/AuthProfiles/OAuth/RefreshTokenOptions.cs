namespace AuthProfiles;

/// <summary>What a refresh token profile can be told.</summary>
public sealed class RefreshTokenOptions : OAuthOptions
{
    /// <summary>Gets or sets the refresh token of the developer's own connection. Tenants and users give theirs as the input <c>refreshToken</c>.</summary>
    /// <value>The default is null. It is the first one; those that follow are kept in the store. Keep it in settings, not in code.</value>
    public SecretValue? RefreshToken { get; set; }

    internal override bool AsksTokenEndpointForScope => false;
}
