using System.Collections.Immutable;
using System.Net;
using AuthProfiles.Templates;

namespace AuthProfiles.Tests.OAuth;

/// <summary>Providers that no preset is made of: data alone.</summary>
internal static class ProviderData
{
    private static readonly ImmutableDictionary<string, string> None = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    public static readonly OAuthProvider Slack = new("Slack")
    {
        BaseUrl = "https://slack.com/api/",
        AuthorizationUrl = "https://slack.com/oauth/v2/authorize",
        TokenUrl = "https://slack.com/api/oauth.v2.access",
        ClientAuthentication = ClientAuthentication.Post,
        ScopeSeparator = ",",
        WithoutPkce = true,
        Answer = ProviderFormats.Slack,
        ExpiredWhen = [new(HttpStatusCode.OK, "/error", "token_expired")],
    };

    public static readonly OAuthProvider SlackUser = Slack with { AuthorizationParameterNames = None.Add("scope", "user_scope"), Answer = ProviderFormats.SlackUser };

    public static readonly OAuthProvider Salesforce = new("Salesforce")
    {
        BaseUrl = "{{instanceUrl}}/",
        AuthorizationUrl = "https://login.salesforce.com/services/oauth2/authorize",
        TokenUrl = "https://login.salesforce.com/services/oauth2/token",
        RevocationUrl = "https://login.salesforce.com/services/oauth2/revoke",
        ClientAuthentication = ClientAuthentication.Post,
        ConsentScope = "refresh_token",
        Answer = ProviderFormats.Salesforce,
        Outputs = [new("instanceUrl") { Shape = ValueShape.Origin("salesforce.com", "force.com") }],
        Probe = "GET services/oauth2/userinfo",
        AccountLabel = "/preferred_username",
    };

    public static readonly OAuthProvider Atlassian = new("Atlassian")
    {
        BaseUrl = "https://api.atlassian.com/",
        AuthorizationUrl = "https://auth.atlassian.com/authorize",
        TokenUrl = "https://auth.atlassian.com/oauth/token",
        ClientAuthentication = ClientAuthentication.Post,
        BodyFormat = BodyFormat.Json,
        AuthorizationParameters = None.Add("audience", "api.atlassian.com").Add("prompt", "consent"),
        ConsentScope = "offline_access",
        Probe = "GET me",
        AccountLabel = "/email",
    };

    public static readonly OAuthProvider HubSpot = new("HubSpot")
    {
        BaseUrl = "https://api.hubapi.com/",
        AuthorizationUrl = "https://app.hubspot.com/oauth/authorize",
        TokenUrl = "https://api.hubapi.com/oauth/v1/token",
        ClientAuthentication = ClientAuthentication.Post,
        Answer = ProviderFormats.HubSpot,
    };

    public static readonly OAuthProvider Shopify = new("Shopify")
    {
        BaseUrl = "https://{shop}.myshopify.com/admin/api/2026-10/",
        AuthorizationUrl = "https://{shop}.myshopify.com/admin/oauth/authorize",
        TokenUrl = "https://{shop}.myshopify.com/admin/oauth/access_token",
        TenantSynonyms = ["shop"],
        ClientAuthentication = ClientAuthentication.Post,
        ScopeSeparator = ",",
        TokenParameters = None.Add("expiring", "1"),
        Answer = ProviderFormats.Shopify,
        AuthorizationFields = [AuthorizationField.Header("X-Shopify-Access-Token", "{{accessToken}}")],
        Probe = "GET shop.json",
        AccountLabel = "/shop/name",
    };

    public static readonly OAuthProvider ServiceNow = new("ServiceNow")
    {
        BaseUrl = "https://{instance}.service-now.com/api/now/",
        AuthorizationUrl = "https://{instance}.service-now.com/oauth_auth.do",
        TokenUrl = "https://{instance}.service-now.com/oauth_token.do",
        TenantSynonyms = ["instance"],
        ClientAuthentication = ClientAuthentication.Post,
        Answer = ProviderFormats.ServiceNow,
    };

    public static readonly OAuthProvider TikTok = new("TikTok")
    {
        BaseUrl = "https://open.tiktokapis.com/v2/",
        AuthorizationUrl = "https://www.tiktok.com/v2/auth/authorize/",
        TokenUrl = "https://open.tiktokapis.com/v2/oauth/token/",
        ClientAuthentication = ClientAuthentication.Post,
        AuthorizationParameterNames = None.Add("client_id", "client_key"),
        ParameterNames = None.Add("client_id", "client_key"),
        ScopeSeparator = ",",
        WithoutPkce = true,
        Answer = ProviderFormats.TikTok,
    };

    public static readonly OAuthProvider AmazonSellers = new("Amazon Selling Partner")
    {
        BaseUrl = "https://sellingpartnerapi-eu.amazon.com/",
        AuthorizationUrl = "https://sellercentral.amazon.de/apps/authorize/consent",
        TokenUrl = "https://api.amazon.com/auth/o2/token",
        ClientAuthentication = ClientAuthentication.Post,
        AuthorizationParameters = None.Add("application_id", "amzn1.sellerapps.app.1"),
        WithoutPkce = true,
        CodeParameter = "spapi_oauth_code",
        AuthorizationFields = [AuthorizationField.Header("x-amz-access-token", "{{accessToken}}")],
        ExpiredWhen = [new(HttpStatusCode.Forbidden, "/errors/0/code", "Unauthorized")],
    };
}
