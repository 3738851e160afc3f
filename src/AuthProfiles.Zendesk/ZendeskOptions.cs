using AuthProfiles.Zendesk.Authorization;

namespace AuthProfiles.Zendesk;

/// <summary>What a Zendesk profile can be told.</summary>
/// <remarks>Client id and secret, or email and API token, decide how an account is authorized; a tenant's own values come before those given here.</remarks>
public sealed class ZendeskOptions : ProfileOptions
{
    /// <summary>Initializes a new instance of the <see cref="ZendeskOptions"/> class with the addresses of Zendesk.</summary>
    /// <remarks>
    /// <see cref="ProfileOptions.BaseUrl"/> is <c>https://{subdomain}.zendesk.com/</c>; a local service has another, such as
    /// <c>http://127.0.0.1:5000/{subdomain}/</c>, and tokens are then acquired there too.
    /// </remarks>
    public ZendeskOptions()
    {
        BaseUrl = OAuthProviders.Zendesk.BaseUrl;
        IdentityProviderName = OAuthProviders.Zendesk.Name;
        TenantSynonyms.Add(ZendeskFields.SubdomainField);

        // Not users/me, which answers anonymous requests with 200 too, and not the list of tickets, whose answer holds people's data.
        Probe = "GET api/v2/tickets/count";
    }

    /// <summary>Gets or sets the subdomain of the developer's own account: <c>acme</c>, <c>acme.zendesk.com</c> or <c>https://acme.zendesk.com/</c>.</summary>
    /// <value>The default is null: then every request names a tenant. Tenants give theirs as the input <c>subdomain</c>; without it, theirs is their own name.</value>
    public string? Subdomain { get; set; }

    /// <summary>Gets or sets the identifier of the OAuth client, which Zendesk shows beside its name. It is not the name.</summary>
    /// <value>The default is null. Tenants give theirs as the input <c>clientId</c>.</value>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the secret of the OAuth client.</summary>
    /// <value>The default is null. Tenants give theirs as the input <c>clientSecret</c>. Keep it in settings, not in code.</value>
    public SecretValue? ClientSecret { get; set; }

    /// <summary>Gets or sets the email address of the agent that an API token acts for; <c>/token</c> at its end is not needed.</summary>
    /// <value>The default is null. Tenants give theirs as the input <c>email</c>.</value>
    public string? Email { get; set; }

    /// <summary>Gets or sets the API token. Zendesk switches all of them off on 30 April 2027.</summary>
    /// <value>The default is null. Tenants give theirs as the input <c>apiToken</c>. Keep it in settings, not in code.</value>
    public SecretValue? ApiToken { get; set; }

    /// <summary>Gets or sets what OAuth tokens are good for, separated by spaces: <c>read</c>, <c>write</c>, or a resource's such as <c>tickets:read</c>.</summary>
    /// <value>The default is <c>read write</c>. Zendesk grants a scope that it does not know, and answers the calls with 403.</value>
    public string Scope { get; set; } = "read write";
}
