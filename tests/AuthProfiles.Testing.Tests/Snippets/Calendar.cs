using System.Net.Http.Json;
using AuthProfiles;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class Calendar
{
    internal static void Register(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddAuthorizationCode("calendar", o =>
            {
                o.BaseUrl = "https://api.calendar.example/";
                o.AuthorizationUrl = "https://login.calendar.example/authorize";
                o.TokenUrl = "https://login.calendar.example/token";
            });

        builder.Services.AddHttpClient<CalendarClient>().AddAuthorizationProfile("calendar");
    }

    internal static void Known(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddAuthorizationCode("github", o => o.Provider = OAuthProviders.GitHub)
            .AddDeviceCode("tv", o => o.Provider = OAuthProviders.Google)
            .AddAuthorizationCode("odd", o => o.Provider = new("Odd")
            {
                AuthorizationUrl = "https://odd.example/oauth",
                TokenUrl = "https://odd.example/oauth/token",
                ScopeSeparator = ",",
                Answer = new() { AccessToken = "/data/token", ErrorWhen = [new("/ok") { Is = "false" }] },
            });
    }

    internal static async Task LogInAsync(IConnections connections, HttpClient calendar)
    {
        await connections.LogInAsync("calendar", user: "mia");             // a browser on this machine, which comes back by itself
        var week = await calendar.For(user: "mia").GetFromJsonAsync<Week>("week");
        Console.WriteLine(week);
    }

    internal static async Task ServeAsync(IConnections connections, Uri callback)
    {
        var start = await connections.StartAsync("calendar", user: "mia"); // send the browser to start.Address …
        var done = await connections.CompleteAsync(callback, user: "mia"); // … and hand over the address that it comes back by
        Console.WriteLine($"{start} {done}");
    }

    public sealed class CalendarClient(HttpClient http)
    {
        public Task<Week?> WeekAsync(string user) => http.For(user: user).GetFromJsonAsync<Week>("week");
    }

    public sealed record Week(int Number);
}
