using System.Runtime.CompilerServices;
using AuthProfiles.AzureOpenAI.Endpoints;

namespace AuthProfiles.AzureOpenAI.Authorization;

/// <summary>Authorizes each connection by the key or by the Entra application whose values it gave.</summary>
internal sealed class AzureOpenAIProfile : IAuthorizationProfile
{
    public const string Type = "AzureOpenAI";

    private const string TokenPath = "/token";
    private const string ApplicationScope = "/.default";

    // By the definition, which every decorator of the profile passes on.
    private static readonly ConditionalWeakTable<ProfileDefinition, ClientSettings> Clients = [];

    private readonly ChoiceProfile _ways;

    public AzureOpenAIProfile(string name, AzureOpenAIOptions options)
    {
        var fields = new AzureOpenAIFields(options);
        var traits = new ProfileTraits { AuthorizationType = Type, Fields = fields.All, Renewable = true };
        Check(new(name, options, traits), options);
        _ways = new(
            name,
            options,
            traits,
            [KeyWay(name, fields), EntraWay(name, fields, options), .. options.UsersSignIn ? [UserWay(name, fields, options)] : Array.Empty<IAuthorizationProfile>()],
            (AzureOpenAIFields.EndpointKey, options.Endpoint),
            (AzureOpenAIFields.ApiKeyKey, options.ApiKey),
            (AzureOpenAIFields.SecondaryApiKeyKey, options.SecondaryApiKey),
            (AzureOpenAIFields.TenantIdKey, options.TenantId),
            (ClientCredentialsProfile.ClientIdField, options.ClientId),
            (ClientCredentialsProfile.ClientSecretField, options.ClientSecret));
        Clients.Add(Definition, new(name, options, Definition.Section));
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition => _ways.Definition;

    /// <inheritdoc/>
    public ConsentFlow? Consent => _ways.Consent;

    /// <summary>Returns what the client of a profile was told, whatever stands around the profile.</summary>
    /// <exception cref="AuthorizationException">The profile is none of Azure OpenAI.</exception>
    public static ClientSettings SettingsOf(IAuthorizationProfile profile) =>
        Clients.TryGetValue(profile.Definition, out var settings)
            ? settings
            : throw new AuthorizationException(
                AuthorizationErrorKind.Configuration,
                profile.Definition.Name,
                $"{AzureOpenAIKind.Subject} '{profile.Definition.Name}': something has put a profile with another definition in place of its own. Pass the definition on.");

    /// <inheritdoc/>
    public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken) => _ways.AcquireAsync(request, cancellationToken);

    // The endpoint is the profile's field, and not one of the way.
    private static ApiKeyProfile KeyWay(string name, AzureOpenAIFields fields) => new(name, new() { Header = "api-key", KeyField = fields.ApiKey with { BelongsTo = null } });

    private static ClientCredentialsProfile EntraWay(string name, AzureOpenAIFields fields, AzureOpenAIOptions options)
    {
        var way = Entra(new ClientCredentialsOptions(), fields, options);
        way.Scope["scope"] = ScopeOf(options);
        return new(name, way);
    }

    private static AuthorizationCodeProfile UserWay(string name, AzureOpenAIFields fields, AzureOpenAIOptions options)
    {
        var way = Entra(new AuthorizationCodeOptions(), fields, options);
        way.Provider = OAuthProviders.EntraIdDelegated with { Fields = [] };
        way.RedirectUri = options.RedirectUri;
        way.AuthorizationUrl = LoginUrlOf(options)[..^TokenPath.Length] + "/authorize";
        way.Scope["scope"] = ScopeOf(options)[..^ApplicationScope.Length] + "/user_impersonation";
        return new(name, way);
    }

    private static TOptions Entra<TOptions>(TOptions way, AzureOpenAIFields fields, AzureOpenAIOptions options)
        where TOptions : OAuthOptions
    {
        way.TokenUrl = LoginUrlOf(options);
        way.ClientAuthentication = ClientAuthentication.Post;
        way.AdditionalFields.Add(fields.TenantId);
        foreach (var field in options.AdditionalFields)
        {
            // The login address may refer to them; that they are given chooses no way.
            way.AdditionalFields.Add(field with { Optional = true });
        }

        return way;
    }

    private static string LoginUrlOf(AzureOpenAIOptions options) => options.LoginUrl ?? CloudValues.Of(options.Cloud).LoginUrl;

    private static string ScopeOf(AzureOpenAIOptions options) => options.Scope ?? CloudValues.Of(options.Cloud).Scope;

    // First of all, and all at once: the ways would tell what is wrong with their part alone, and by other names.
    private static void Check(ProfileDefinition definition, AzureOpenAIOptions options)
    {
        var (loginUrl, scope) = (LoginUrlOf(options), ScopeOf(options));
        definition.ParseUrl(nameof(options.LoginUrl), loginUrl);
        if (options.UsersSignIn && !loginUrl.EndsWith(TokenPath, StringComparison.Ordinal))
        {
            definition.Refuse(nameof(options.LoginUrl), "an address that ends with /token, because users sign in at /authorize beside it");
        }

        if (options.UsersSignIn && !scope.EndsWith(ApplicationScope, StringComparison.Ordinal))
        {
            definition.Refuse(nameof(options.Scope), "a scope that ends with /.default, because users consent to /user_impersonation in its place");
        }

        if (string.IsNullOrWhiteSpace(scope) || scope.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            definition.Refuse(nameof(options.Scope), "a scope such as https://cognitiveservices.azure.com/.default");
        }

        if (options.Endpoint is { } endpoint && !AzureEndpoint.TryParse(endpoint, options.AlsoAllow, CloudValues.Of(options.Cloud), out _, out var fault))
        {
            definition.Refuse(nameof(options.Endpoint), $"the host of a resource, such as contoso.openai.azure.com: it {fault}");
        }

        // Addresses of calls are relative: without the slash they would take the place of the path's last segment.
        if (options.BaseUrl is null || (options.BaseUrl.LastIndexOf('/') is var slash && slash > options.BaseUrl.IndexOf("://", StringComparison.Ordinal) + 2 && slash < options.BaseUrl.Length - 1))
        {
            definition.Refuse(nameof(options.BaseUrl), "{{endpoint}}, or an address that ends with a slash");
        }

        definition.Validate();
    }
}
