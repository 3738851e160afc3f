using System.Net.Http.Json;
using AuthProfiles;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Snippets;

public static class Orders
{
    internal static void Register(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddClientCredentials("orders", o =>
            {
                o.BaseUrl = "https://{tenant}.orders.example/api/";
                o.TokenUrl = "https://login.orders.example/{tenant}/oauth/token";
                o.Scope["scope"] = "orders.read";
            });

        builder.Services.AddHttpClient<OrdersClient>().AddAuthorizationProfile("orders");
    }

    internal static void Fake(IServiceCollection services, MockHttpMessageHandler api)
    {
        api.Expect("https://acme.orders.example/api/orders/7").WithHeaders("Authorization", "Bearer test").Respond("application/json", "{\"id\":7}");
        services.UseFakeCredential("orders", "test").AddHttpClient<OrdersClient>().ConfigurePrimaryHttpMessageHandler(() => api);
    }

    internal static async Task TryAsync(IAuthorizationTester tester)
    {
        AuthorizationTestResult result = await tester.TestAsync("orders", tenant: "acme");
        Console.WriteLine(result);
    }

    internal static void Inspect(HttpClient http, HttpRequestMessage request, IAuthorizationInspector inspector)
    {
#pragma warning disable IDE0011 // As it stands in the README, where it should be short.
        Console.WriteLine(http.For("acme").Explain(request));              // profile, connection, origin, places, and what is missing
        foreach (var finding in inspector.Lint())
            Console.WriteLine(finding);                                    // each with an id, the path of the setting and the cure
#pragma warning restore IDE0011
    }

    public sealed class OrdersClient(HttpClient http)
    {
        public Task<Order?> GetAsync(string tenant, int id) => http.For(tenant).GetFromJsonAsync<Order>($"orders/{id}");
    }

    public sealed record Order(int Id);
}
