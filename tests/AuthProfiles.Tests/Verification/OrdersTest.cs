using System.Net;
using System.Text;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Verification;

/// <summary>A container with one client credentials profile, <c>orders</c>, whose service and token endpoint answer as told.</summary>
internal sealed class OrdersTest : IAsyncDisposable
{
    public const string Secret = "c\u00e4nary/\"secret\"+=42";

    private readonly ServiceProvider _services;

    public OrdersTest(Action<ClientCredentialsOptions>? configure = null, bool bindsClient = true)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AuthProfiles:Profiles:orders:Connections:acme:ClientId"] = "acme-client",
            ["AuthProfiles:Profiles:orders:Connections:acme:ClientSecret"] = Secret,
            ["AuthProfiles:Profiles:orders:Connections:globex:ClientId"] = "globex-client",
        };
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton<TimeProvider>(Time);
        services.AddAuthProfiles().AddClientCredentials("orders", o =>
        {
            o.BaseUrl = "https://{tenant}.orders.example/api/";
            o.TokenUrl = "https://login.orders.example/{tenant}/oauth/token";
            configure?.Invoke(o);
        });
        services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => new StubPrimary(request =>
        {
            TokenRequests++;
            return Token(request);
        }));
        var client = bindsClient ? services.AddHttpClient("orders-client", http => http.DefaultRequestHeaders.Add("X-Version", "7")).AddAuthorizationProfile("orders") : services.AddHttpClient("AuthProfiles.ProbeClient");
        client.ConfigurePrimaryHttpMessageHandler(() => new StubPrimary(request =>
        {
            Sent.Add((request.RequestUri!.AbsoluteUri, string.Join("\n", request.Headers.Select(header => $"{header.Key}: {string.Join(",", header.Value)}"))));
            return Api(request);
        }));
        _services = services.BuildServiceProvider();
    }

    public ManualTime Time { get; } = new();

    public int TokenRequests { get; private set; }

    public List<(string Address, string Headers)> Sent { get; } = [];

    public Func<HttpRequestMessage, HttpResponseMessage> Token { get; set; } = static _ => Json(200, """{"access_token":"fresh-token","token_type":"Bearer","expires_in":3600}""");

    public Func<HttpRequestMessage, HttpResponseMessage> Api { get; set; } = static _ => Json(200, """{"count":3}""");

    public HttpClient Client => _services.GetRequiredService<IHttpClientFactory>().CreateClient("orders-client");

    public static HttpResponseMessage Json(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public Task<AuthorizationTestResult> RunAsync(string? tenant = "acme", string profile = "orders", string? user = null, CancellationToken cancellationToken = default) =>
        _services.GetRequiredService<IAuthorizationTester>().TestAsync(profile, tenant, user, cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
