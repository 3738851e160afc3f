namespace AuthProfiles;

/// <summary>What an authorization code profile can be told.</summary>
public sealed class AuthorizationCodeOptions : OAuthOptions
{
    /// <summary>Gets or sets the address that users are sent to, a template like <see cref="OAuthOptions.TokenUrl"/>.</summary>
    /// <value>The default is null: the provider's, or the one that the issuer names. https, or http to loopback; at most 3,000 characters, before and after expansion.</value>
    public string? AuthorizationUrl { get; set; }

    /// <summary>Gets or sets the callback address as it is registered at the provider: absolute, without a fragment.</summary>
    /// <value>The default is null: the host says it, such as <c>MapAuthProfiles</c> or the loopback listener of a console program.</value>
    public string? RedirectUri { get; set; }

    internal override bool AsksTokenEndpointForScope => false;
}
