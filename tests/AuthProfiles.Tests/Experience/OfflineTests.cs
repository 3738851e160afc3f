using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Tests.Experience;

/// <summary>How a consumer tests code that uses a profile, for any API.</summary>
[TestFixture]
public sealed class OfflineTests
{
    [Test]
    public async Task A_fake_credential_needs_no_token_endpoint_and_no_setting()
    {
        using var api = new MockHttpMessageHandler();
        api.Expect("https://acme.orders.example/api/orders/7").WithHeaders("Authorization", "Bearer test").Respond("application/json", "{\"id\":7}");
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddClientCredentials("orders", o =>
        {
            o.BaseUrl = "https://{tenant}.orders.example/api/";
            o.TokenUrl = "https://login.orders.example/{tenant}/oauth/token";
        });
        services.AddHttpClient<OrdersClient>().AddAuthorizationProfile("orders");

        services.UseFakeCredential("orders", "test").AddHttpClient<OrdersClient>().ConfigurePrimaryHttpMessageHandler(() => api);

        await using var provider = services.BuildServiceProvider();
        Assert.That((await provider.GetRequiredService<OrdersClient>().GetAsync("acme", 7))?.Id, Is.EqualTo(7));
        api.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task Local_services_issue_tokens_that_expire_by_the_manual_clock()
    {
        using var api = new MockHttpMessageHandler();
        api.When("https://acme.orders.example/api/orders/7").Respond("application/json", "{\"id\":7}");
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddClientCredentials("orders", o =>
        {
            o.BaseUrl = "https://{tenant}.orders.example/api/";
            o.TokenUrl = "https://login.orders.example/{tenant}/oauth/token";
        });
        services.AddHttpClient<OrdersClient>().AddAuthorizationProfile("orders").ConfigurePrimaryHttpMessageHandler(() => api);
        await using var local = services.UseLocalServices();
        await using var provider = services.BuildServiceProvider();
        var orders = provider.GetRequiredService<OrdersClient>();

        await orders.GetAsync("acme", 7);
        await orders.GetAsync("acme", 7);
        Assert.That(local.AuthorizationServer.TokenRequests, Is.EqualTo(1));

        local.Clock.Advance(TimeSpan.FromHours(2));
        await orders.GetAsync("acme", 7);
        Assert.That(local.AuthorizationServer.TokenRequests, Is.EqualTo(2));
    }

    private sealed record Order(int Id);

    private sealed class OrdersClient(HttpClient http)
    {
        public Task<Order?> GetAsync(string tenant, int id) => http.For(tenant).GetFromJsonAsync<Order>($"orders/{id}");
    }
}
