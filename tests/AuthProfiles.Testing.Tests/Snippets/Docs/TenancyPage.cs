using System.Net.Http.Json;
using AuthProfiles;
using AuthProfiles.Zendesk;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class TenancyPage
{
    internal static async Task CallAsync(HttpClient http, ZendeskClient zendesk, IChatClient chat)
    {
        var order = await http.For("acme").GetFromJsonAsync<Order>("orders/7");
        var ticket = await zendesk.For("acme").Tickets.GetAsync(7);
        var answer = await chat.For("acme").GetResponseAsync("Priority, one word?");
        Console.WriteLine($"{order} {ticket} {answer}");
    }

    internal static async Task SendAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "orders/7").For("acme");
        using var response = await http.SendAsync(request);
    }

    internal static void Bind(App builder)
    {
        builder.Services.AddHttpClient<OrdersClient>().AddAuthorizationProfile("orders").For("acme");

        builder.Services.AddHttpClient<OrdersClient>().AddAuthorizationProfile("orders")
            .For(services => (services.GetRequiredService<CurrentJob>().Tenant, null));
    }

    internal static async Task AddAsync(IConnections connections, string id, string secret)
    {
        await connections.ConnectAsync("orders", tenant: "initech", inputs: new Dictionary<string, string> { ["clientId"] = id, ["clientSecret"] = secret });
    }

    internal static void InCode(ClientCredentialsOptions o, SecretValue id, SecretValue secret)
    {
        o.Connections["acme"] = new Dictionary<string, SecretValue> { ["clientId"] = id, ["clientSecret"] = secret };
    }

    public sealed record Order(int Id);

    public sealed record CurrentJob(string? Tenant);

    public sealed class OrdersClient(HttpClient http)
    {
        public HttpClient Http => http;
    }
}
