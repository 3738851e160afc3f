using System.Net;
using System.Net.Http.Json;
using AuthProfiles.Samples;
using AuthProfiles.Testing;
using AuthProfiles.Zendesk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tool.Tests.Support;

/// <summary>An authorization server and the service behind it on loopback, on a clock that nobody waits by.</summary>
internal sealed class LocalProvider : IAsyncDisposable
{
    public const string ClientSecret = "local-client-s3cr3t";

    private static readonly HttpClient s_browser = new();

    private readonly Listener _listener;

    private LocalProvider(LocalAuthorizationServer server, ManualClock clock, Listener listener) => (Server, Clock, _listener) = (server, clock, listener);

    public LocalAuthorizationServer Server { get; }

    public ManualClock Clock { get; }

    public string Address => _listener.Address.AbsoluteUri;

    /// <summary>Gets the settings of two profiles for it: <c>calendar</c>, by consent, and <c>orders</c>, by client credentials.</summary>
    public string Profiles => $$"""
        {
          "Profiles": {
            "calendar": {
              "Type": "AuthorizationCode", "Issuer": "{{Address.TrimEnd('/')}}", "BaseUrl": "{{Address}}", "ClientId": "app", "ClientSecret": "{{ClientSecret}}"
            },
            "orders": {
              "Type": "ClientCredentials", "TokenUrl": "{{Address}}token", "BaseUrl": "{{Address}}", "ClientId": "app", "ClientSecret": "{{ClientSecret}}", "Probe": "GET me",
              "Connections": { "acme": { "ClientSecret": "wr0ng-s3cr3t" } }
            }
          },
          "KeyRing": { "Keys": { "test": "{{Convert.ToBase64String(new byte[32])}}" } }
        }
        """;

    public static async Task<LocalProvider> StartAsync()
    {
        var clock = new ManualClock();
        var server = new LocalAuthorizationServer(clock);
        server.AddClient("app", ClientSecret);
        server.SignIn("mia@example.com");
        return new(server, clock, await Listener.StartAsync((request, cancellationToken) => AnswerAsync(server, request, cancellationToken), port: 0, CancellationToken.None));
    }

    /// <summary>Puts the clock in place of the system's.</summary>
    public void Configure(IServiceCollection services) => services.AddSingleton<TimeProvider>(new WaitlessClock(Clock));

    /// <summary>Does what a browser does: goes there and is sent on, while the program waits for the callback.</summary>
    public static bool Visit(Uri address)
    {
        _ = s_browser.GetStringAsync(address);
        return true;
    }

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private static async Task<HttpResponseMessage> AnswerAsync(LocalAuthorizationServer server, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath != "/me")
        {
            return await server.AnswerAsync(request, cancellationToken);
        }

        return server.TryValidate(request.Headers.Authorization?.Parameter ?? string.Empty, out var token)
            ? new(HttpStatusCode.OK) { Content = JsonContent.Create(new { login = token.UserName ?? token.ClientId }) }
            : new(HttpStatusCode.Unauthorized);
    }
}
