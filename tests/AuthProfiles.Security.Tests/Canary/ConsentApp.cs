using AuthProfiles.Security.Tests.Origins;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>An application whose users consent, with its connections in files.</summary>
internal sealed class ConsentApp : IAsyncDisposable
{
    public const string Profile = "calendar";
    public const string Callback = "https://app.example/connections/callback";

    private readonly ServiceProvider _services;

    public ConsentApp(CanaryRun run, CanaryProvider provider, string folder, ConnectionKeyRing ring, Func<IConnectionStore, IConnectionStore>? decorate = null)
    {
        var services = run.CreateServices();
        var profiles = services.AddAuthProfiles().AddAuthorizationCode(Profile, o =>
        {
            GrantCase.Tell(o, provider.Url, run, ClientAuthentication.Post);
            o.AuthorizationUrl = provider.Url + "authorize";
            o.Issuer = provider.Url.TrimEnd('/');
            o.RedirectUri = Callback;
            o.Scope["scope"] = "openid events.read";
            o.AdditionalFields.Add(new("pin", Title: "PIN"));
            o.AuthorizationFields.Add(AuthorizationField.Header("x-pin", "{{pin}}"));
        });
        profiles.AddDeviceCode("tv", o =>
        {
            GrantCase.Tell(o, provider.Url, run, ClientAuthentication.Basic);
            o.DeviceAuthorizationUrl = provider.Url + "device";
        });
        profiles.AddApiKey("weather", o => o.BaseUrl = provider.Url + "api/");
        if (decorate is null)
        {
            profiles.PersistConnectionsToFileSystem(folder);
        }
        else
        {
            profiles.PersistConnections((_, sealer) => decorate(new FileConnectionStore(folder, sealer, run.Clock)));
        }

        profiles.ProtectConnectionsWithKeyRing(ring);
        foreach (var name in new[] { Profile, "tv", "weather" })
        {
            services.AddHttpClient(name).AddAuthorizationProfile(name);
        }

        _services = services.BuildServiceProvider();
        Run = run;
        Provider = provider;
    }

    public CanaryRun Run { get; }

    public CanaryProvider Provider { get; }

    public IConnections Connections => _services.GetRequiredService<IConnections>();

    public IConnectionStore Store => _services.GetRequiredService<IConnectionStore>();

    public IAuthorizationTester Tester => _services.GetRequiredService<IAuthorizationTester>();

    public HttpClient Client(string name = Profile) => _services.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    /// <summary>Begins a consent, learns what secrets it is made of, and returns the address that the owner comes back by.</summary>
    public async Task<Uri> BeginAsync(string user = "mia", string more = "")
    {
        var options = new StartOptions { Context = "/next" };
        options.Inputs["pin"] = Run.Plant("PIN of a connection");
        var start = await Connections.StartAsync(Profile, user: user, options: options);
        Run.Teller.Tell("start", start);
        var asked = start.Address.Query.TrimStart('?').Split('&').Select(static pair => pair.Split('=')).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);
        Run.Learn("state", asked["state"]);
        Run.Learn("nonce", asked["nonce"]);
        return new($"{Callback}?code={Uri.EscapeDataString(Run.Plant("authorization code"))}&iss={Uri.EscapeDataString(Provider.Url.TrimEnd('/'))}{more}&state={asked["state"]}");
    }

    /// <summary>Learns the verifiers that came to the token endpoint.</summary>
    public void LearnVerifiers()
    {
        foreach (var pair in Provider.Server.Requests.SelectMany(static request => request.Body.Split('&')).Where(static pair => pair.StartsWith("code_verifier=", StringComparison.Ordinal)))
        {
            Run.Learn("PKCE verifier", pair["code_verifier=".Length..]);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
