using AuthProfiles.Zendesk.Authorization;

namespace AuthProfiles.Zendesk;

/// <summary>Authorizes Zendesk accounts: each by OAuth client credentials or by an API token, as its values decide.</summary>
/// <remarks><c>AddZendesk</c> declares it; made by hand, it serves programs without a container: <c>new ZendeskClient(profile.CreateHttpClient())</c>.</remarks>
public sealed class ZendeskProfile : IAuthorizationProfile
{
    // No user's: a token of either kind is the account's, and a user's connection could come without the account's subdomain.
    private static readonly ProfileTraits Traits = new()
    {
        AuthorizationType = ZendeskKind.Name,
        Fields = ZendeskFields.All,
        Renewable = true,
        RefusesUsers = true,
    };

    private readonly ChoiceProfile _ways;

    /// <summary>Initializes a new instance of the <see cref="ZendeskProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public ZendeskProfile(string name, ZendeskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CheckAddress(name, options);
        _ways = new(
            name,
            options,
            Traits,
            [new ClientCredentialsProfile(name, ByClient(options)), new BasicProfile(name, ByToken(options))],
            (ZendeskFields.Subdomain.Key, options.Subdomain),
            (ZendeskFields.ClientId.Key, options.ClientId),
            (ZendeskFields.ClientSecret.Key, options.ClientSecret),
            (ZendeskFields.Email.Key, options.Email),
            (ZendeskFields.ApiToken.Key, options.ApiToken));
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition => _ways.Definition;

    /// <inheritdoc/>
    public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken) => _ways.AcquireAsync(request, cancellationToken);

    // First of all: the address of the tokens is made of it, and errors should name the setting that there is.
    private static void CheckAddress(string name, ZendeskOptions options)
    {
        var definition = new ProfileDefinition(name, options, Traits);
        if (options.BaseUrl is null || !options.BaseUrl.EndsWith('/'))
        {
            definition.Refuse(nameof(options.BaseUrl), "the accounts' address with a slash at its end, such as https://{subdomain}.zendesk.com/");
        }

        definition.Validate();
    }

    private static ClientCredentialsOptions ByClient(ZendeskOptions options) => options.ShareWith(new ClientCredentialsOptions
    {
        Provider = OAuthProviders.Zendesk,

        // Where the accounts are, their tokens are too.
        TokenUrl = $"{options.BaseUrl}oauth/tokens",
        Scope = { ["scope"] = options.Scope },
    });

    private static BasicOptions ByToken(ZendeskOptions options) => options.ShareWith(new BasicOptions
    {
        UsernameField = ZendeskFields.Email,
        PasswordField = ZendeskFields.ApiToken,
        UsernameSuffix = "/token",
    });
}
