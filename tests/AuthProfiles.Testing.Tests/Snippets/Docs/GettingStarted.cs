using AuthProfiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>The programs of docs/getting-started.md, whose lines are a web application's <c>Program.cs</c>.</summary>
public static class GettingStarted
{
    internal static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);

        builder.Services.AddAuthProfiles()
            .AddApiKey("weather", o =>
            {
                o.BaseUrl = "https://api.weather.example/v1/";
                o.Header = "x-api-key";
                o.Probe = "GET today";
            });

        builder.Services.AddHttpClient("weather").AddAuthorizationProfile("weather");

        var app = builder.Build();

        app.MapGet("/", (IHttpClientFactory clients) => clients.CreateClient("weather").GetStringAsync("today"));

        app.MapGet("/test", async (IAuthorizationTester tester) => (await tester.TestAsync("weather")).ToString());

        await app.RunAsync();
    }

    internal static void Tokens(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddClientCredentials("orders", o =>
            {
                o.BaseUrl = "https://api.orders.example/";
                o.TokenUrl = "https://login.orders.example/oauth/token";
                o.Scope["scope"] = "orders.read";
            });

        builder.Services.AddHttpClient("orders").AddAuthorizationProfile("orders");
    }
}
