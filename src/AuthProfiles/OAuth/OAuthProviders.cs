using System.Collections.Immutable;

namespace AuthProfiles;

/// <summary>Providers as data. Each is a few lines; make your own in the same way.</summary>
public static class OAuthProviders
{
    /// <summary>Gets GitHub, for OAuth apps and for users of GitHub apps.</summary>
    public static OAuthProvider GitHub { get; } = new("GitHub")
    {
        BaseUrl = "https://api.github.com/",
        AuthorizationUrl = "https://github.com/login/oauth/authorize",
        DeviceAuthorizationUrl = "https://github.com/login/device/code",
        TokenUrl = "https://github.com/login/oauth/access_token",
        ClientAuthentication = ClientAuthentication.Post,
        ScopeSeparator = ",",
        Probe = "GET user",
        AccountLabel = "/login",
    };

    /// <summary>Gets Google: a refresh token comes with the first consent, which is therefore always asked for.</summary>
    public static OAuthProvider Google { get; } = new("Google")
    {
        Issuer = "https://accounts.google.com",
        AuthorizationUrl = "https://accounts.google.com/o/oauth2/v2/auth",
        DeviceAuthorizationUrl = "https://oauth2.googleapis.com/device/code",
        TokenUrl = "https://oauth2.googleapis.com/token",
        RevocationUrl = "https://oauth2.googleapis.com/revoke",
        ClientAuthentication = ClientAuthentication.Post,
        AuthorizationParameters = ImmutableDictionary<string, string>.Empty.Add("access_type", "offline").Add("prompt", "consent"),
    };

    /// <summary>Gets all of them by the names that settings use.</summary>
    internal static IEnumerable<KeyValuePair<string, OAuthProvider>> ByName =>
    [
        new(nameof(GitHub), GitHub),
        new(nameof(Google), Google),
    ];
}
