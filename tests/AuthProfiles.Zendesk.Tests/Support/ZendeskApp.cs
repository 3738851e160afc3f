using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Zendesk.Tests.Support;

/// <summary>An application with Zendesk registered, over a network that is played by one mock.</summary>
internal sealed class ZendeskApp : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    public ZendeskApp(Action<IServiceCollection> register, params (string Key, string Value)[] settings)
        : this(register, SettingsOf(settings))
    {
    }

    public ZendeskApp(Action<IServiceCollection> register, IConfiguration settings)
    {
        var services = new ServiceCollection().AddSingleton(settings);
        register(services);
        foreach (var client in new[] { "AuthProfiles.TokenClient", "AuthProfiles.Zendesk:support", "AuthProfiles.Zendesk:sales", "AuthProfiles.Zendesk.Links" })
        {
            services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => new ObservedHandler(Requests, Network));
        }

        _provider = services.BuildServiceProvider();
    }

    public MockHttpMessageHandler Network { get; } = new();

    /// <summary>Gets the method and address of all that was sent, tokens included.</summary>
    public List<string> Requests { get; } = [];

    public ZendeskClient Zendesk => _provider.GetRequiredService<ZendeskClient>();

    public IServiceProvider Services => _provider;

    public static ZendeskApp WithSupport(params (string Key, string Value)[] settings) =>
        new(services => services.AddZendesk("support"), [.. settings.Select(pair => ($"AuthProfiles:Zendesk:support:{pair.Key}", pair.Value))]);

    public static IConfiguration SettingsOf(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();

    /// <summary>Expects one ticket to be read with an authorization, and answers it.</summary>
    public void ExpectTicket(string address, long id, string authorization) =>
        Network.Expect(HttpMethod.Get, $"{address}api/v2/tickets/{id}").WithHeaders("Authorization", authorization).Respond("application/json", $$$"""{"ticket":{"id":{{{id}}}}}""");

    /// <summary>Expects one token to be asked for.</summary>
    /// <returns>The bodies of the requests, filled as they come.</returns>
    public List<string> ExpectToken(string address, string token)
    {
        var bodies = new List<string>();
        Network.Expect(HttpMethod.Post, $"{address}oauth/tokens").Respond(async request =>
        {
            bodies.Add(await request.Content!.ReadAsStringAsync());
            return StubService.JsonAnswer($$"""{"access_token":"{{token}}","token_type":"bearer","scope":"read write","expires_in":1800}""", HttpStatusCode.Created);
        });
        return bodies;
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        Network.Dispose();
    }

    private sealed class ObservedHandler(List<string> requests, HttpMessageHandler network) : DelegatingHandler(network)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            requests.Add($"{request.Method} {request.RequestUri!.AbsoluteUri}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
