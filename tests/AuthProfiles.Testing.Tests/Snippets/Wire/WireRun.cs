using System.Text;
using AuthProfiles;
using AuthProfiles.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Snippets;

/// <summary>A program with one profile, whose services are all an <see cref="AnsweringHandler"/>.</summary>
internal sealed class WireRun : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly WatchedClock _watched;
    private readonly string _profile;

    public WireRun(string profile, Action<App> register, IConfiguration settings, AnsweringHandler? services = null)
    {
        (_profile, Sent) = (profile, services ?? new());
        _watched = new(Clock, TimeSpan.FromSeconds(5));
        var app = new App(new ServiceCollection().AddSingleton(settings).AddSingleton<TimeProvider>(_watched));
        app.Services.AddAuthProfiles();
        register(app);
        app.Services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => Sent));
        app.Services.AddHttpClient("api").AddAuthorizationProfile(profile);
        _provider = app.Services.BuildServiceProvider();
    }

    public AnsweringHandler Sent { get; }

    public ManualClock Clock { get; } = new();

    public HttpClient Client => _provider.GetRequiredService<IHttpClientFactory>().CreateClient("api");

    public IConnections Connections => _provider.GetRequiredService<IConnections>();

    public IServiceProvider Services => _provider;

    public void Start() => _provider.GetRequiredService<IStartupValidator>().Validate();

    public async Task GetAsync(string address, string? tenant = null, string? user = null)
    {
        using var answer = await Client.For(tenant, user).GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
    }

    public async Task PostAsync(string address, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await Client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    /// <summary>Consents as a user does: the browser goes to the provider and comes back with a code.</summary>
    public async Task ConsentAsync(string user)
    {
        var start = await Connections.StartAsync(_profile, user: user, options: new() { CallbackLink = new("https://app.example/callback") });
        using var browser = new HttpRequestMessage(HttpMethod.Get, start.Address);
        await Sent.RecordAsync(browser);
        var state = start.Address.Query.Split('&', '?').Single(static part => part.StartsWith("state=", StringComparison.Ordinal));
        await Connections.CompleteAsync(new($"https://app.example/callback?code=c-1&{state}"), user: user);
    }

    /// <summary>Logs in by a device's code; the user is as quick as the first question.</summary>
    public async Task LogInOnDeviceAsync(string user)
    {
        var waiting = Connections.LogInAsync(_profile, user: user, options: new() { ShowDeviceCode = static (_, _) => Task.CompletedTask });
        await Task.WhenAny(_watched.WaitedAsync(), waiting);
        Clock.Advance(TimeSpan.FromSeconds(5));
        await waiting;
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        Sent.Dispose();
    }
}
