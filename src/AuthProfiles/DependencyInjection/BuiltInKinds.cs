using AuthProfiles.OAuth;
using AuthProfiles.Profiles;

namespace AuthProfiles.DependencyInjection;

/// <summary>The kinds of profile that the core has, one line each.</summary>
internal static class BuiltInKinds
{
    public static readonly ProfileKind<ApiKeyOptions> ApiKey = new(ApiKeyProfile.Type, KindSettings.ApiKey, static () => new(), static (name, options) => new ApiKeyProfile(name, options));
    public static readonly ProfileKind<BasicOptions> Basic = new(BasicProfile.Type, KindSettings.Basic, static () => new(), static (name, options) => new BasicProfile(name, options));
    public static readonly ProfileKind<BearerOptions> Bearer = new(BearerProfile.Traits.AuthorizationType, KindSettings.Bearer, static () => new(), static (name, options) => new BearerProfile(name, options));
    public static readonly ProfileKind<CustomOptions> Custom = new(CustomProfile.Traits.AuthorizationType, KindSettings.Custom, static () => new(), static (name, options) => new CustomProfile(name, options));
    public static readonly ProfileKind<DelegateOptions> Delegate = new(DelegateProfile.Traits.AuthorizationType, KindSettings.Delegate, static () => new(), static (name, options) => new DelegateProfile(name, options));
    public static readonly ProfileKind<ClientCredentialsOptions> ClientCredentials = new(ClientCredentialsProfile.Type, OAuthSettings.ClientCredentials, static () => new(), static (name, options) => new ClientCredentialsProfile(name, options));
    public static readonly ProfileKind<AuthorizationCodeOptions> AuthorizationCode = new(AuthorizationCodeProfile.Type, OAuthSettings.AuthorizationCode, static () => new(), static (name, options) => new AuthorizationCodeProfile(name, options));
    public static readonly ProfileKind<RefreshTokenOptions> RefreshToken = new(RefreshTokenProfile.Type, OAuthSettings.RefreshToken, static () => new(), static (name, options) => new RefreshTokenProfile(name, options));
    public static readonly ProfileKind<TokenExchangeOptions> TokenExchange = new(TokenExchangeProfile.Type, OAuthSettings.TokenExchange, static () => new(), static (name, options) => new TokenExchangeProfile(name, options));
    public static readonly ProfileKind<JwtBearerOptions> JwtBearer = new(JwtBearerProfile.Type, OAuthSettings.JwtBearer, static () => new(), static (name, options) => new JwtBearerProfile(name, options));
    public static readonly ProfileKind<DeviceCodeOptions> DeviceCode = new(DeviceCodeProfile.Type, OAuthSettings.DeviceCode, static () => new(), static (name, options) => new DeviceCodeProfile(name, options));
    public static readonly ProfileKind<PasswordOptions> Password = new(PasswordProfile.Type, OAuthSettings.Password, static () => new(), static (name, options) => new PasswordProfile(name, options));

    public static void AddTo(ProfileDeclarations declarations)
    {
        declarations.Know(ApiKey);
        declarations.Know(Basic);
        declarations.Know(Bearer);
        declarations.Know(Custom);
        declarations.Know(ClientCredentials);
        declarations.Know(AuthorizationCode);
        declarations.Know(Password);
        declarations.Know(DeviceCode);
        declarations.Know(JwtBearer);
        declarations.Know(TokenExchange);
        declarations.Know(RefreshToken);
    }
}
