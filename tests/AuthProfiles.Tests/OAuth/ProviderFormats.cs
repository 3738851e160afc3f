using System.Collections.Immutable;

namespace AuthProfiles.Tests.OAuth;

/// <summary>By what the answers of providers depart from RFC 6749: data alone.</summary>
internal static class ProviderFormats
{
    private static readonly ImmutableDictionary<string, string> None = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    public static readonly TokenAnswerFormat Slack = new()
    {
        TokenType = null,
        ScopeSeparator = ",",
        ErrorWhen = [new("/ok") { Is = "false", Code = "/error" }],
        ErrorCodes = None.Add("invalid_refresh_token", "invalid_grant").Add("token_revoked", "invalid_grant").Add("bad_client_secret", "invalid_client").Add("invalid_client_id", "invalid_client").Add("ratelimited", "temporarily_unavailable"),
        Outputs = None.Add("teamId", "/team/id"),
    };

    public static readonly TokenAnswerFormat SlackUser = Slack with
    {
        AccessToken = "/authed_user/access_token",
        Expiry = "/authed_user/expires_in",
        RefreshToken = "/authed_user/refresh_token",
        Scope = "/authed_user/scope",
    };

    public static readonly TokenAnswerFormat Salesforce = new() { Outputs = None.Add("instanceUrl", "/instance_url") };

    public static readonly TokenAnswerFormat HubSpot = new()
    {
        ErrorWhen = [new("/status")],
        ErrorCodes = None.Add("BAD_REFRESH_TOKEN", "invalid_grant").Add("BAD_AUTH_CODE", "invalid_grant").Add("BAD_CLIENT_ID", "invalid_client").Add("BAD_CLIENT_SECRET", "invalid_client"),
    };

    public static readonly TokenAnswerFormat Shopify = new() { TokenType = null, ScopeSeparator = "," };

    public static readonly TokenAnswerFormat ServiceNow = new() { ErrorCodes = None.Add("server_error", "access_denied") };

    public static readonly TokenAnswerFormat GitHub = new()
    {
        ScopeSeparator = ",",
        TakesForm = true,
        ErrorCodes = None.Add("bad_refresh_token", "invalid_grant").Add("bad_verification_code", "invalid_grant").Add("incorrect_client_credentials", "invalid_client"),
    };

    public static readonly TokenAnswerFormat TikTok = new() { RefreshExpiry = "/refresh_expires_in", ScopeSeparator = "," };

    public static readonly TokenAnswerFormat TikTokBusiness = new()
    {
        AccessToken = "/data/access_token",
        TokenType = null,
        Scope = "/data/scope",
        ErrorWhen = [new("/code") { IsNot = "0" }],
        ErrorCodes = None.Add("40105", "invalid_grant"),
        Outputs = None.Add("advertiserId", "/data/advertiser_ids/0"),
    };

    public static readonly TokenAnswerFormat TikTokShop = new()
    {
        AccessToken = "/data/access_token",
        TokenType = null,
        Expiry = "/data/access_token_expire_in",
        ExpiryFormat = ExpiryFormat.UnixSeconds,
        RefreshToken = "/data/refresh_token",
        RefreshExpiry = "/data/refresh_token_expire_in",
        Scope = "/data/granted_scopes",
        ErrorWhen = [new("/code") { IsNot = "0" }],
    };

    public static readonly TokenAnswerFormat Instagram = new()
    {
        AccessToken = "/data/0/access_token",
        TokenType = null,
        Expiry = null,
        FixedLifetime = TimeSpan.FromHours(1),
        RefreshToken = "/data/0/access_token",
        Scope = "/data/0/permissions",
        ScopeSeparator = ",",
        Error = "/error_type",
        Outputs = None.Add("userId", "/data/0/user_id"),
    };

    public static readonly TokenAnswerFormat Facebook = new()
    {
        RefreshToken = "/access_token",
        ErrorWhen = [new("/error/code")],
        ErrorCodes = None.Add("190", "invalid_grant").Add("4", "temporarily_unavailable"),
    };

    public static readonly TokenAnswerFormat FacebookForm = Facebook with { TakesForm = true, Expiry = "/expires", TokenType = null };

    public static readonly TokenAnswerFormat Lark = new()
    {
        ErrorWhen = [new("/code") { IsNot = "0", Code = "/error" }],
        ErrorCodes = None.Add("20037", "invalid_grant").Add("20050", "server_error"),
    };

    public static readonly TokenAnswerFormat LarkTenant = new()
    {
        AccessToken = "/tenant_access_token",
        TokenType = null,
        Expiry = "/expire",
        ErrorWhen = [new("/code") { IsNot = "0" }],
        ErrorCodes = None.Add("10014", "invalid_client"),
    };
}
