using System.Net.Http.Json;
using AuthProfiles;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class ApiKey
{
    internal static void Register(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddApiKey("weather", o => { o.BaseUrl = "https://api.weather.example/v1/"; o.Header = "x-api-key"; });

        builder.Services.AddHttpClient<WeatherClient>().AddAuthorizationProfile("weather");
    }

    internal static HttpClient WithoutContainer(SecretValue key)
    {
        using var http = new ApiKeyProfile("weather", new() { BaseUrl = "https://api.weather.example/v1/", Key = key }).CreateHttpClient();

        return http;
    }

    public sealed class WeatherClient(HttpClient http)
    {
        public Task<Forecast?> TodayAsync() => http.GetFromJsonAsync<Forecast>("today");
    }

    public sealed record Forecast(string Text);
}
