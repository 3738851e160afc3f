using System.Collections.Immutable;
using AuthProfiles.Templates;

namespace AuthProfiles;

/// <summary>Providers as data. Each is a few lines; make your own in the same way.</summary>
/// <remarks>What a provider needs of a connection, such as Entra's <c>tenantId</c>, is an input of that name: in settings it stands beside the client id.</remarks>
public static class OAuthProviders
{
    private static readonly ImmutableDictionary<string, string> None = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Gets Microsoft Entra ID for applications by themselves: the input <c>tenantId</c> is one directory, a GUID or a verified domain.</summary>
    public static OAuthProvider EntraId { get; } = Entra("login.microsoftonline.com", ValueShape.EntraDirectory);

    /// <summary>Gets Microsoft Entra ID for users: <c>tenantId</c> may also be <c>organizations</c>, <c>common</c> or <c>consumers</c>, and a refresh token is asked for.</summary>
    public static OAuthProvider EntraIdDelegated { get; } = Delegated("login.microsoftonline.com");

    /// <summary>Gets Microsoft Entra ID of the US government's cloud, for applications by themselves.</summary>
    public static OAuthProvider EntraIdGovernment { get; } = Entra("login.microsoftonline.us", ValueShape.EntraDirectory);

    /// <summary>Gets Microsoft Entra ID of the US government's cloud, for users.</summary>
    public static OAuthProvider EntraIdGovernmentDelegated { get; } = Delegated("login.microsoftonline.us");

    /// <summary>Gets Microsoft Entra ID as operated by 21Vianet in China, for applications by themselves.</summary>
    public static OAuthProvider EntraIdChina { get; } = Entra("login.partner.microsoftonline.cn", ValueShape.EntraDirectory);

    /// <summary>Gets Microsoft Entra ID as operated by 21Vianet in China, for users.</summary>
    public static OAuthProvider EntraIdChinaDelegated { get; } = Delegated("login.partner.microsoftonline.cn");

    /// <summary>Gets GitHub, for OAuth apps and for users of GitHub Apps.</summary>
    public static OAuthProvider GitHub { get; } = new("GitHub")
    {
        BaseUrl = "https://api.github.com/",
        AuthorizationUrl = "https://github.com/login/oauth/authorize",
        DeviceAuthorizationUrl = "https://github.com/login/device/code",
        TokenUrl = "https://github.com/login/oauth/access_token",
        ClientAuthentication = ClientAuthentication.Post,
        Answer = new()
        {
            ScopeSeparator = ",",
            TakesForm = true,
            ErrorCodes = None.Add("bad_refresh_token", "invalid_grant").Add("bad_verification_code", "invalid_grant").Add("incorrect_client_credentials", "invalid_client"),
        },
        Probe = "GET user",
        AccountLabel = "/login",
    };

    /// <summary>Gets Google. A refresh token comes with a consent alone, so consent is always asked for.</summary>
    public static OAuthProvider Google { get; } = new("Google")
    {
        Issuer = "https://accounts.google.com",
        AuthorizationUrl = "https://accounts.google.com/o/oauth2/v2/auth",
        DeviceAuthorizationUrl = "https://oauth2.googleapis.com/device/code",
        TokenUrl = "https://oauth2.googleapis.com/token",
        RevocationUrl = "https://oauth2.googleapis.com/revoke",
        ClientAuthentication = ClientAuthentication.Post,
        AuthorizationParameters = None.Add("access_type", "offline").Add("prompt", "consent"),
        ReusesRefreshTokens = true,
    };

    /// <summary>Gets Zendesk, for clients of one account and for global ones alike. <c>{subdomain}</c> is the account, by default the tenant's own name.</summary>
    /// <remarks>
    /// Zendesk leaves lifetimes out of its answers unless they are asked for, on each leg: half an hour for tokens, 30 days for refresh tokens, which are also its own.
    /// A connection may give <c>subdomain</c>; without it, the tenant's own name is the account.
    /// </remarks>
    public static OAuthProvider Zendesk { get; } = new("Zendesk")
    {
        BaseUrl = "https://{subdomain}.zendesk.com/",
        AuthorizationUrl = "https://{subdomain}.zendesk.com/oauth/authorizations/new",
        TokenUrl = "https://{subdomain}.zendesk.com/oauth/tokens",
        TenantSynonyms = ["subdomain"],
        ClientAuthentication = ClientAuthentication.Post,
        BodyFormat = BodyFormat.Json,
        TokenParameters = ZendeskLifetimes,
        RefreshParameters = ZendeskLifetimes,
        Answer = new() { TakesTokenExpiry = true },
        Fields =
        [
            new("subdomain", "Subdomain", "The part before .zendesk.com in the account's address.")
            {
                Example = "acme",
                Secret = false,
                Optional = true,
                OfApplication = true,
            },
        ],
        AssumedLifetime = TimeSpan.FromMinutes(30),
        Probe = "GET api/v2/users/me",
        AccountLabel = "/user/email",
    };

    /// <summary>Gets all of them by the names that settings use.</summary>
    internal static IEnumerable<KeyValuePair<string, OAuthProvider>> ByName =>
    [
        new(nameof(EntraId), EntraId),
        new(nameof(EntraIdDelegated), EntraIdDelegated),
        new(nameof(EntraIdGovernment), EntraIdGovernment),
        new(nameof(EntraIdGovernmentDelegated), EntraIdGovernmentDelegated),
        new(nameof(EntraIdChina), EntraIdChina),
        new(nameof(EntraIdChinaDelegated), EntraIdChinaDelegated),
        new(nameof(GitHub), GitHub),
        new(nameof(Google), Google),
        new(nameof(Zendesk), Zendesk),
    ];

    // Made when asked for: a field's initializer would run after the providers'.
    private static ImmutableDictionary<string, string> ZendeskLifetimes => None.Add("expires_in", "1800").Add("refresh_token_expires_in", "2592000");

    private static OAuthProvider Delegated(string host) => Entra(host, ValueShape.EntraTenant) with { ConsentScope = "offline_access" };

    private static OAuthProvider Entra(string host, ValueShape tenants) => new("Microsoft Entra ID")
    {
        AuthorizationUrl = $"https://{host}/{{{{tenantId}}}}/oauth2/v2.0/authorize",
        DeviceAuthorizationUrl = $"https://{host}/{{{{tenantId}}}}/oauth2/v2.0/devicecode",
        TokenUrl = $"https://{host}/{{{{tenantId}}}}/oauth2/v2.0/token",
        ClientAuthentication = ClientAuthentication.Post,
        ReusesRefreshTokens = true,
        Fields =
        [
            new("tenantId", "Directory (tenant) ID", "Microsoft Entra admin center: App registrations, the application, Overview.")
            {
                Example = "00000000-0000-0000-0000-000000000000",
                Secret = false,
                OfApplication = true,
                Shape = tenants,
            },
        ],
    };
}
