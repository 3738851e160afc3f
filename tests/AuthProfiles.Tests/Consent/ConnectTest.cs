using AuthProfiles.DependencyInjection;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthProfiles.Tests.Consent;

/// <summary>A container with the profiles that a test declares. All services and token endpoints answer as told.</summary>
internal sealed class ConnectTest : IAsyncDisposable
{
    private readonly StubPrimary _network;
    private readonly ServiceProvider _services;

    public ConnectTest(Action<AuthProfilesBuilder> declare, params (string Key, string? Value)[] settings)
    {
        _network = new(request => Answer(request));
        var services = new ServiceCollection().AddSingleton<IConfiguration>(Configured.By(settings));
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IConnectionStore>(Store);
        declare(services.AddAuthProfiles());
        services.ConfigureHttpClientDefaults(clients => clients.ConfigurePrimaryHttpMessageHandler(() => _network));
        foreach (var name in services.Select(static service => service.ImplementationInstance).OfType<ProfileDeclarations>().Single().Profiles.Keys.ToArray())
        {
            services.AddHttpClient(name).AddAuthorizationProfile(name);
        }

        _services = services.BuildServiceProvider();
    }

    public ManualTime Time { get; } = new();

    public InMemoryConnectionStore Store { get; } = new();

    public IConnections Connections => _services.GetRequiredService<IConnections>();

    public IReadOnlyList<SentRequest> Sent => _network.Sent;

    public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = static _ =>
        CalendarTest.Json(200, """{"access_token":"at-1","token_type":"Bearer","expires_in":3600,"refresh_token":"rt-1"}""");

    public static Dictionary<string, string> Inputs(params (string Key, string Value)[] inputs) =>
        inputs.ToDictionary(static input => input.Key, static input => input.Value, StringComparer.Ordinal);

    public void Start() => _services.GetRequiredService<IStartupValidator>().Validate();

    public HttpClient Client(string profile) => _services.GetRequiredService<IHttpClientFactory>().CreateClient(profile);

    public async Task<Connection?> StoredAsync(string profile, string? tenant = null, string? user = null) =>
        (await Store.ReadAsync(new(profile, tenant, user)))?.Connection;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _network.Dispose();
    }
}
