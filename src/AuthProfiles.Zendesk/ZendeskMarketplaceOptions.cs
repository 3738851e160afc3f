namespace AuthProfiles.Zendesk;

/// <summary>Who an integration is at the Zendesk Marketplace, which every call of one that is offered to others has to say.</summary>
/// <remarks>All three are given, or none: then no such header is sent.</remarks>
public sealed class ZendeskMarketplaceOptions
{
    /// <summary>Gets or sets the integration's name, sent as <c>X-Zendesk-Marketplace-Name</c>.</summary>
    /// <value>The default is null. Visible ASCII characters, and spaces between them.</value>
    public string? Name { get; set; }

    /// <summary>Gets or sets the id of the organization that offers it, sent as <c>X-Zendesk-Marketplace-Organization-Id</c>.</summary>
    /// <value>The default is null. The Marketplace portal shows it.</value>
    public string? OrganizationId { get; set; }

    /// <summary>Gets or sets the integration's id, sent as <c>X-Zendesk-Marketplace-App-Id</c>.</summary>
    /// <value>The default is null. The Marketplace portal shows it.</value>
    public string? AppId { get; set; }
}
