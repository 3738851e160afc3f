using AuthProfiles.Settings;

namespace AuthProfiles.OAuth;

/// <summary>The settings of the OAuth kinds.</summary>
internal static class OAuthSettings
{
    public static readonly SettingList<OAuthOptions> Common = new SettingList<OAuthOptions>()
        .With(new ProviderSetting())
        .Text(nameof(OAuthOptions.Issuer), "The issuer, whose metadata name the addresses that are not given.", o => o.Issuer, (o, v) => o.Issuer = v)
        .Text(nameof(OAuthOptions.TokenUrl), "The token endpoint; {tenant} and {{field}} are filled in from the connection.", o => o.TokenUrl, (o, v) => o.TokenUrl = v)
        .Text(nameof(OAuthOptions.RefreshUrl), "The endpoint for renewals, where it is another.", o => o.RefreshUrl, (o, v) => o.RefreshUrl = v)
        .Text(nameof(OAuthOptions.RevocationUrl), "The endpoint that revokes tokens.", o => o.RevocationUrl, (o, v) => o.RevocationUrl = v)
        .TextMap(nameof(OAuthOptions.Scope), "What is asked for, scope among it.", o => o.Scope, "scope", "audience", "resource", "expires_in")
        .TextMap(nameof(OAuthOptions.TokenParameters), "Further parameters of the request for the first token.", o => o.TokenParameters, "audience", "resource", "expires_in")
        .TextMap(nameof(OAuthOptions.RefreshParameters), "Further parameters of renewals.", o => o.RefreshParameters, "scope", "expires_in")
        .TextList(nameof(OAuthOptions.Resources), "The services that tokens are to be good for (RFC 8707).", o => o.Resources)
        .Text(nameof(OAuthOptions.ClientId), "The client id that every connection shares.", o => o.ClientId, (o, v) => o.ClientId = v)
        .Secret(nameof(OAuthOptions.ClientSecret), "The client secret that every connection shares.", (o, v) => o.ClientSecret = v)
        .Secret(nameof(OAuthOptions.SecondaryClientSecret), "The client secret to try where the first one is refused.", (o, v) => o.SecondaryClientSecret = v)
        .Secret(nameof(OAuthOptions.ClientKey), "The private key that signs for the client.", (o, v) => o.ClientKey = v)
        .Secret(nameof(OAuthOptions.SecondaryClientKey), "The private key to try where the first one is refused.", (o, v) => o.SecondaryClientKey = v)
        .Text(nameof(OAuthOptions.ClientKeyId), "The name that the service knows the key by.", o => o.ClientKeyId, (o, v) => o.ClientKeyId = v)
        .Text(nameof(OAuthOptions.ClientKeyAlgorithm), "What the key signs with, such as PS256.", o => o.ClientKeyAlgorithm, (o, v) => o.ClientKeyAlgorithm = v)
        .Choice<ClientAuthentication>(nameof(OAuthOptions.ClientAuthentication), "How the client proves itself to the token endpoint.", o => o.ClientAuthentication, (o, v) => o.ClientAuthentication = v)
        .Choice<BodyFormat>(nameof(OAuthOptions.BodyFormat), "How the token request is written.", o => o.BodyFormat, (o, v) => o.BodyFormat = v)
        .Duration(nameof(OAuthOptions.AssumedLifetime), "How long a token is taken to live where the endpoint does not say.", TimeSpan.FromSeconds(1), TokenLifetime.Longest, o => o.AssumedLifetime, (o, v) => o.AssumedLifetime = v)
        .TextList(nameof(OAuthOptions.AcceptedTokenTypes), "Token types accepted besides Bearer.", o => o.AcceptedTokenTypes)
        .Include(ProfileSettings.Common);

    public static readonly SettingList<ClientCredentialsOptions> ClientCredentials = new SettingList<ClientCredentialsOptions>().Include(Common);

    public static readonly SettingList<AuthorizationCodeOptions> AuthorizationCode = new SettingList<AuthorizationCodeOptions>()
        .Text(nameof(AuthorizationCodeOptions.AuthorizationUrl), "The address that users are sent to.", o => o.AuthorizationUrl, (o, v) => o.AuthorizationUrl = v)
        .Text(nameof(AuthorizationCodeOptions.RedirectUri), "The callback address as it is registered at the provider.", o => o.RedirectUri, (o, v) => o.RedirectUri = v)
        .Include(Common);

    public static readonly SettingList<RefreshTokenOptions> RefreshToken = new SettingList<RefreshTokenOptions>()
        .Secret(nameof(RefreshTokenOptions.RefreshToken), "The first refresh token of the developer's own connection.", (o, v) => o.RefreshToken = v)
        .Include(Common);

    public static readonly SettingList<TokenExchangeOptions> TokenExchange = new SettingList<TokenExchangeOptions>()
        .Secret(nameof(TokenExchangeOptions.SubjectToken), "The token to be exchanged, of the developer's own connection, where no function gives it.", (o, v) => o.Inputs[TokenExchangeProfile.SubjectTokenField] = v)
        .Text(nameof(TokenExchangeOptions.SubjectTokenType), "The type of the token to be exchanged.", o => o.SubjectTokenType, (o, v) => o.SubjectTokenType = v)
        .Text(nameof(TokenExchangeOptions.ActorTokenType), "The type of the acting party's token.", o => o.ActorTokenType, (o, v) => o.ActorTokenType = v)
        .Text(nameof(TokenExchangeOptions.RequestedTokenType), "The type of token that is asked for.", o => o.RequestedTokenType, (o, v) => o.RequestedTokenType = v)
        .TextList(nameof(TokenExchangeOptions.Audiences), "The names of the services that the token is to be good for.", o => o.Audiences)
        .Include(Common);

    public static readonly SettingList<JwtBearerOptions> JwtBearer = new SettingList<JwtBearerOptions>()
        .Text(nameof(JwtBearerOptions.AssertionIssuer), "Who issues the assertion, where it is not the client id.", o => o.AssertionIssuer, (o, v) => o.AssertionIssuer = v)
        .Text(nameof(JwtBearerOptions.Subject), "On whose behalf requests are made.", o => o.Subject, (o, v) => o.Subject = v)
        .Text(nameof(JwtBearerOptions.Audience), "Whom the assertion is for, where it is not the token endpoint.", o => o.Audience, (o, v) => o.Audience = v)
        .TextMap(nameof(JwtBearerOptions.Claims), "Further claims of the assertion.", o => o.Claims, "scope")
        .Include(Common);

    public static readonly SettingList<DeviceCodeOptions> DeviceCode = new SettingList<DeviceCodeOptions>()
        .Text(nameof(DeviceCodeOptions.DeviceAuthorizationUrl), "The address where a device begins.", o => o.DeviceAuthorizationUrl, (o, v) => o.DeviceAuthorizationUrl = v)
        .Include(Common);

    public static readonly SettingList<PasswordOptions> Password = new SettingList<PasswordOptions>()
        .Flag(nameof(PasswordOptions.AllowPasswordGrant), "Whether it is known that this grant hands people's passwords to the application.", o => o.AllowPasswordGrant, (o, v) => o.AllowPasswordGrant = v)
        .Text(nameof(PasswordOptions.Username), "The user name of the developer's own connection.", o => o.Username, (o, v) => o.Username = v)
        .Secret(nameof(PasswordOptions.Password), "The password of the developer's own connection.", (o, v) => o.Password = v)
        .Include(Common);
}
