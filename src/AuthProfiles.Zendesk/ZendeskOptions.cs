using AuthProfiles.Zendesk.Authorization;

namespace AuthProfiles.Zendesk;

/// <summary>What a Zendesk profile can be told.</summary>
/// <remarks>
/// What is given decides how an account is authorized: client id and secret, a token, or email and API token; a tenant's own values come before those given here.
/// Zendesk takes a credential in headers alone: authorization fields of other places are refused.
/// </remarks>
public sealed class ZendeskOptions : ProfileOptions
{
    // Not users/me, which answers anonymous requests with 200 too, and not the list of tickets, whose answer holds people's data.
    private const string ProbeOfAccount = "GET api/v2/tickets/count";

    // A user need not be an agent, who alone may count tickets; what answers the bearer of a token also names them.
    private const string ProbeOfUser = "GET api/v2/users/me";

    internal const int MostPerMinute = 100_000;

    private bool _usersSignIn;

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
        Probe = ProbeOfAccount;
    }

    /// <summary>Gets or sets the subdomain of the developer's own account: <c>acme</c>, <c>acme.zendesk.com</c> or <c>https://acme.zendesk.com/</c>.</summary>
    /// <value>The default is null: then every request names a tenant. Tenants give theirs as the input <c>subdomain</c>; without it, theirs is their own name.</value>
    public string? Subdomain { get; set; }

    /// <summary>Gets or sets the identifier of the OAuth client, which Zendesk shows beside its name. It is not the name.</summary>
    /// <value>The default is null. Tenants give theirs as the input <c>clientId</c>: a client of their account. One that stands here serves every tenant, and is then a global one, <c>zdg-…</c>.</value>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the secret of the OAuth client.</summary>
    /// <value>The default is null. Tenants give theirs as the input <c>clientSecret</c>. Keep it in settings, not in code.</value>
    public SecretValue? ClientSecret { get; set; }

    /// <summary>Gets or sets the token of the developer's own connection. Tenants give theirs as the input <c>token</c>.</summary>
    /// <value>The default is null. An OAuth access token that does not change, such as one that an administrator made by hand. It is never renewed. Keep it in settings, not in code.</value>
    public SecretValue? Token { get; set; }

    /// <summary>Gets or sets whether a user's connection is made by their own sign-in (authorization code with PKCE), which <see cref="IConnections"/> starts.</summary>
    /// <value>
    /// The default is false: a user is refused. The client has the application's callback address among its redirect URLs. <see cref="ProfileOptions.Probe"/>, unless it was set, is then
    /// <c>GET api/v2/users/me</c>, which end users may call too.
    /// </value>
    public bool UsersSignIn
    {
        get => _usersSignIn;
        set
        {
            Probe = Probe == ProbeOf(_usersSignIn) ? ProbeOf(value) : Probe;
            _usersSignIn = value;
        }
    }

    /// <summary>Gets or sets the email address of the agent that an API token acts for; <c>/token</c> at its end is not needed.</summary>
    /// <value>The default is null. Tenants give theirs as the input <c>email</c>.</value>
    public string? Email { get; set; }

    /// <summary>Gets or sets the API token. Zendesk lets nobody make another and switches all of them off on 30 April 2027.</summary>
    /// <value>The default is null. Tenants give theirs as the input <c>apiToken</c>. Keep it in settings, not in code.</value>
    public SecretValue? ApiToken { get; set; }

    /// <summary>Gets or sets what OAuth tokens are good for, separated by spaces: <c>read</c>, <c>write</c>, or a resource's such as <c>tickets:read</c>.</summary>
    /// <value>The default is <c>read write</c>. Zendesk grants a scope that it does not know, and answers the calls with 403.</value>
    public string Scope { get; set; } = "read write";

    /// <summary>Gets or sets how many calls a minute may have to one account; those beyond wait for their turn.</summary>
    /// <value>
    /// The default is null: nothing waits until Zendesk refuses. From 1 to 100,000; a plan allows 200 to 2,500, which all programs of the account share. A tenth may go out at once, the others follow at
    /// even distances. While the answers report that the account's limit is used up, its calls wait too. A call that would wait longer than a minute fails at once, with the delay.
    /// </value>
    public int? RequestsPerMinute { get; set; }

    /// <summary>Gets who the integration is at the Zendesk Marketplace.</summary>
    /// <value>Empty by default. Every call of an integration that is offered to others has to say it.</value>
    public ZendeskMarketplaceOptions Marketplace { get; } = new();

    private static string ProbeOf(bool users) => users ? ProbeOfUser : ProbeOfAccount;
}
