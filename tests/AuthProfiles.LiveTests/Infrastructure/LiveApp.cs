using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>An application with one profile and one client, as a consumer registers it.</summary>
internal sealed class LiveApp : IAsyncDisposable
{
    public const string Profile = "live";

    private readonly ServiceProvider _services;

    public LiveApp(Action<AuthProfilesBuilder> profiles, Action<IHttpClientBuilder>? client = null, TimeProvider? clock = null, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        profiles(services.AddAuthProfiles());
        var builder = services.AddHttpClient(Profile).AddAuthorizationProfile(Profile);
        client?.Invoke(builder);
        services.AddSingleton(clock ?? TimeProvider.System);
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    /// <summary>An application that acquires its tokens with its own id and secret.</summary>
    public static LiveApp WithClientCredentials(Idp idp, string client, Action<ClientCredentialsOptions>? configure = null, Action<IHttpClientBuilder>? http = null) =>
        new(
            profiles => profiles.AddClientCredentials(Profile, options =>
            {
                Describe(options, idp, client);
                configure?.Invoke(options);
            }),
            http);

    /// <summary>Tells options where the server is, and who the client is there.</summary>
    public static void Describe(OAuthOptions options, Idp idp, string client)
    {
        options.BaseUrl = idp.ApiUrl;
        options.TokenUrl = idp.TokenUrl;
        options.ClientId = client;
        options.ClientSecret = idp.Fixture[client].Secret;
        options.ClientAuthentication = options.ClientSecret is null ? ClientAuthentication.None : ClientAuthentication.Basic;
    }

    public IConnectionStore Store => _services.GetRequiredService<IConnectionStore>();

    public HttpClient CreateClient() => _services.GetRequiredService<IHttpClientFactory>().CreateClient(Profile);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
