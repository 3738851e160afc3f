namespace AuthProfiles.Zendesk.Authorization;

/// <summary>The ways to authorize an account, each a preset of data on a profile of the core.</summary>
internal static class ZendeskWays
{
    // The fields are those of the profile as a whole.
    private static readonly OAuthProvider Provider = OAuthProviders.Zendesk with { Fields = [] };

    /// <summary>Returns them, the one that is taken where nothing decides first.</summary>
    public static IEnumerable<IAuthorizationProfile> Of(string name, ZendeskOptions options)
    {
        yield return new ClientCredentialsProfile(name, OAuth(options, new ClientCredentialsOptions()));
        if (options.UsersSignIn)
        {
            var signIn = OAuth(options, new AuthorizationCodeOptions());
            signIn.AuthorizationUrl = $"{options.BaseUrl}oauth/authorizations/new";
            yield return new AuthorizationCodeProfile(name, signIn);
        }

        yield return new BearerProfile(name, options.ShareWith(new BearerOptions()));
        yield return new BasicProfile(name, options.ShareWith(new BasicOptions
        {
            UsernameField = ZendeskFields.Email,
            PasswordField = ZendeskFields.ApiToken,
            UsernameSuffix = ZendeskFields.TokenMark,
        }));
    }

    private static TOptions OAuth<TOptions>(ZendeskOptions options, TOptions way)
        where TOptions : OAuthOptions
    {
        way.Provider = Provider;

        // Where the accounts are, their tokens are too.
        way.TokenUrl = $"{options.BaseUrl}oauth/tokens";
        way.Scope["scope"] = options.Scope;
        return options.ShareWith(way);
    }
}
