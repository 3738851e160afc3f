using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Tests.Experience;

/// <summary>The snippets of the README's first screens, as a consumer writes them.</summary>
[TestFixture]
public sealed class FirstScreensTests
{
    [Test]
    public async Task An_api_key_client_needs_two_statements()
    {
        using var api = new MockHttpMessageHandler();
        api.Expect("https://api.weather.example/v1/today").WithHeaders("x-api-key", "k-123").Respond("application/json", "{\"text\":\"sunny\"}");
        var services = new ServiceCollection().AddSingleton(Settings(("AuthProfiles:Profiles:weather:Key", "k-123")));

        services.AddAuthProfiles()
            .AddApiKey("weather", o => { o.BaseUrl = "https://api.weather.example/v1/"; o.Header = "x-api-key"; });
        services.AddHttpClient<WeatherClient>().AddAuthorizationProfile("weather").ConfigurePrimaryHttpMessageHandler(() => api);

        await using var provider = services.BuildServiceProvider();
        var forecast = await provider.GetRequiredService<WeatherClient>().TodayAsync();

        Assert.That(forecast?.Text, Is.EqualTo("sunny"));
        api.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task Client_credentials_serve_all_tenants_by_one_client()
    {
        using var api = new MockHttpMessageHandler();
        api.Expect("https://acme.orders.example/api/orders/7").WithHeaders("Authorization", "Bearer t-acme").Respond("application/json", "{\"id\":7}");
        api.Expect("https://globex.orders.example/api/orders/8").WithHeaders("Authorization", "Bearer t-globex").Respond("application/json", "{\"id\":8}");
        using var login = new MockHttpMessageHandler();
        login.Expect(HttpMethod.Post, "https://login.orders.example/acme/oauth/token").WithFormData("scope", "orders.read").Respond("application/json", "{\"access_token\":\"t-acme\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        login.Expect(HttpMethod.Post, "https://login.orders.example/globex/oauth/token").Respond("application/json", "{\"access_token\":\"t-globex\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        var services = new ServiceCollection().AddSingleton(Settings(
            ("AuthProfiles:Profiles:orders:Connections:acme:ClientId", "a"),
            ("AuthProfiles:Profiles:orders:Connections:acme:ClientSecret", "s-a"),
            ("AuthProfiles:Profiles:orders:Connections:globex:ClientId", "g"),
            ("AuthProfiles:Profiles:orders:Connections:globex:ClientSecret", "s-g")));

        services.AddAuthProfiles()
            .AddClientCredentials("orders", o =>
            {
                o.BaseUrl = "https://{tenant}.orders.example/api/";
                o.TokenUrl = "https://login.orders.example/{tenant}/oauth/token";
                o.Scope["scope"] = "orders.read";
            });
        services.AddHttpClient<OrdersClient>().AddAuthorizationProfile("orders").ConfigurePrimaryHttpMessageHandler(() => api);
        services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => login);

        await using var provider = services.BuildServiceProvider();
        var orders = provider.GetRequiredService<OrdersClient>();

        Assert.That((await orders.GetAsync("acme", 7))?.Id, Is.EqualTo(7));
        Assert.That((await orders.GetAsync("globex", 8))?.Id, Is.EqualTo(8));
        Assert.That(
            async () => await orders.GetAsync(null, 9),
            Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.UnknownConnection));
        Assert.That(
            async () => await orders.GetAsync("initech", 9),
            Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.UnknownConnection));
        login.VerifyNoOutstandingExpectation();
        api.VerifyNoOutstandingExpectation();
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();

    private sealed record Forecast(string Text);

    private sealed record Order(int Id);

    private sealed class WeatherClient(HttpClient http)
    {
        public Task<Forecast?> TodayAsync() => http.GetFromJsonAsync<Forecast>("today");
    }

    private sealed class OrdersClient(HttpClient http)
    {
        public Task<Order?> GetAsync(string? tenant, int id) => http.For(tenant).GetFromJsonAsync<Order>($"orders/{id}");
    }
}
