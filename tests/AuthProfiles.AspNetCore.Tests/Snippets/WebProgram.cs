using System.Security.Claims;
using AuthProfiles;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>The program of docs/web.md, whose lines are a web application's <c>Program.cs</c>.</summary>
public static class WebProgram
{
    internal static WebApplication Build(WebApplicationBuilder builder)
    {
        // The application's own login. This one believes anybody: put yours in its place.
        builder.Services.AddAuthorization().AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o => o.LoginPath = "/login");

        builder.Services.AddAuthProfiles()
            .AddAuthorizationCode("calendar", o =>
            {
                o.BaseUrl = "https://api.calendar.example/";
                o.AuthorizationUrl = "https://login.calendar.example/authorize";
                o.TokenUrl = "https://login.calendar.example/token";
            });

        builder.Services.AddHttpClient("calendar").AddAuthorizationProfile("calendar").ForSignedInUser();

        var app = builder.Build();

        app.UseAuthProfiles();
        app.MapAuthProfiles("/connections").RequireAuthorization();

        app.MapGet("/login", () => Results.SignIn(new(new ClaimsIdentity([new("sub", "mia")], CookieAuthenticationDefaults.AuthenticationScheme))));
        app.MapGet("/", (IHttpClientFactory clients) => clients.CreateClient("calendar").GetStringAsync("week")).RequireAuthorization();

        return app;
    }
}
