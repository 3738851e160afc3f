using System.Net.Http.Json;
using AuthProfiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class CalendarPages
{
    internal static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthProfiles()
            .AddAuthorizationCode("calendar", o =>
            {
                o.BaseUrl = "https://api.calendar.example/";
                o.AuthorizationUrl = "https://login.calendar.example/authorize";
                o.TokenUrl = "https://login.calendar.example/token";
            });
        builder.Services.AddHttpClient<CalendarClient>().AddAuthorizationProfile("calendar").ForSignedInUser();

        var app = builder.Build();
        app.UseAuthProfiles();                                             // not connected yet: to consent, then back to the page
        app.MapAuthProfiles("/connections").RequireAuthorization();        // list, connect, test, disconnect

        return app;
    }

    public sealed class CalendarClient(HttpClient http)
    {
        public Task<Week?> WeekAsync() => http.GetFromJsonAsync<Week>("week");
    }

    public sealed record Week(int Number);
}
