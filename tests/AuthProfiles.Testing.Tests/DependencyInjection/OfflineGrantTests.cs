using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Testing;

/// <summary>Every kind of OAuth runs over the local services without a setting but its addresses.</summary>
[TestFixture]
public sealed class OfflineGrantTests
{
    private const string TokenUrl = "https://login.orders.example/oauth/token";

    private static IEnumerable<TestCaseData> Kinds =>
    [
        Kind("client credentials", "client_credentials", static builder => builder.AddClientCredentials("orders", Addresses)),
        Kind("client_secret_jwt", "client_credentials", static builder => builder.AddClientCredentials("orders", o => Addresses(o, ClientAuthentication.SecretJwt))),
        Kind("private_key_jwt", "client_credentials", static builder => builder.AddClientCredentials("orders", o => Addresses(o, ClientAuthentication.PrivateKeyJwt))),
        Kind("discovery", "client_credentials", static builder => builder.AddClientCredentials("orders", o => (o.BaseUrl, o.Issuer) = ("https://api.orders.example/", "https://login.orders.example/acme"))),
        Kind("refresh token", "refresh_token", static builder => builder.AddRefreshToken("orders", Addresses)),
        Kind("token exchange", "urn:ietf:params:oauth:grant-type:token-exchange", static builder => builder.AddTokenExchange("orders", Addresses)),
        Kind("JWT bearer", "urn:ietf:params:oauth:grant-type:jwt-bearer", static builder => builder.AddJwtBearer("orders", Addresses)),
    ];

    [TestCaseSource(nameof(Kinds))]
    public async Task A_call_is_authorized_and_goes_on_when_the_token_has_expired(Action<AuthProfilesBuilder> declare, string grantType)
    {
        using var api = new MockHttpMessageHandler();
        var services = new ServiceCollection();
        declare(services.AddAuthProfiles());
        services.AddHttpClient("orders").AddAuthorizationProfile("orders").ConfigurePrimaryHttpMessageHandler(() => api);
        await using var local = services.UseLocalServices();
        api.When("https://api.orders.example/7").Respond(request =>
            new(request.Headers.Authorization is { Scheme: "Bearer", Parameter: { } token } && local.AuthorizationServer.TryValidate(token, out _) ? HttpStatusCode.OK : HttpStatusCode.Unauthorized));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("orders");

        using var first = await client.GetAsync("7");
        local.Clock.Advance(TimeSpan.FromHours(2));
        using var second = await client.GetAsync("7");

        Assert.Multiple(() =>
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(local.AuthorizationServer.CountTokenRequests(grantType), Is.EqualTo(2));
            Assert.That(local.AuthorizationServer.TokenRequests, Is.EqualTo(2));
        });
    }

    private static TestCaseData Kind(string name, string grantType, Action<AuthProfilesBuilder> declare) => new TestCaseData(declare, grantType).SetArgDisplayNames(name);

    private static void Addresses(OAuthOptions options) => (options.BaseUrl, options.TokenUrl) = ("https://api.orders.example/", TokenUrl);

    private static void Addresses(OAuthOptions options, ClientAuthentication way)
    {
        Addresses(options);
        options.ClientAuthentication = way;
    }
}
