using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Infrastructure;

/// <summary>An application with one client, as a consumer registers it.</summary>
internal sealed class App : IAsyncDisposable
{
    public const string Profile = "orders";
    public const string ClientSecret = "secret-of-the-client";

    private readonly ServiceProvider _services;

    public App(Action<AuthProfilesBuilder> profiles, Action<IHttpClientBuilder>? client = null, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        profiles(services.AddAuthProfiles());
        var builder = services.AddHttpClient(Profile).AddAuthorizationProfile(Profile);
        client?.Invoke(builder);
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    /// <summary>An application whose client acquires its tokens where its service is.</summary>
    public static App WithClientCredentials(Uri service, Action<IHttpClientBuilder>? client = null, Action<IServiceCollection>? more = null) =>
        new(profiles => profiles.AddClientCredentials(Profile, options => Describe(options, service.AbsoluteUri, service.AbsoluteUri + "token")), client, more);

    public static void Describe(ClientCredentialsOptions options, string baseUrl, string tokenUrl)
    {
        options.BaseUrl = baseUrl;
        options.TokenUrl = tokenUrl;
        options.ClientId = "app";
        options.ClientSecret = ClientSecret;
    }

    public HttpClient CreateClient() => _services.GetRequiredService<IHttpClientFactory>().CreateClient(Profile);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
