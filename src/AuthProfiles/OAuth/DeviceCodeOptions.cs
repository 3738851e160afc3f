namespace AuthProfiles;

/// <summary>What a device code profile can be told.</summary>
public sealed class DeviceCodeOptions : OAuthOptions
{
    /// <summary>Gets or sets the address where a device begins, a template like <see cref="OAuthOptions.TokenUrl"/>.</summary>
    /// <value>The default is null: the provider's, or the one that the issuer names. https, or http to loopback; at most 3,000 characters, before and after expansion.</value>
    public string? DeviceAuthorizationUrl { get; set; }

    internal override bool AsksTokenEndpointForScope => false;
}
