using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Browser.Tests.Infrastructure;

/// <summary>An application of two users, as a consumer of the package writes it, on Kestrel.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private WebHost(WebApplication application) => _application = application;

    public IServiceProvider Services => _application.Services;

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Starts it.</summary>
    /// <param name="profiles">What it calls.</param>
    /// <param name="directory">Where its state is, which a restart finds again.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="port">Its port: 0, or that of the run before.</param>
    public static async Task<WebHost> StartAsync(Action<AuthProfilesBuilder> profiles, string directory, TimeProvider clock, int port = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port));
        var services = builder.Services;
        services.AddSingleton(clock).AddRoutingCore().AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddDataProtection().SetApplicationName("browser-tests").PersistKeysToFileSystem(new(Path.Combine(directory, "keys")));
        profiles(services.AddAuthProfiles()
            .AddSignedInUsers()
            .PersistConnectionsToFileSystem(Path.Combine(directory, "connections"))
            .ProtectConnectionsWithDataProtection());
        var application = builder.Build();
        application.UseRouting();
        application.UseAuthentication();
        application.UseAuthorization();
        application.UseAuthProfiles();
        application.MapAuthProfiles("/connections").RequireAuthorization();
        application.MapGet("/", static () => Results.Content("<!DOCTYPE html><html lang=\"en\"><title>Home</title><h1>Home</h1>", "text/html; charset=utf-8"));
        application.MapGet("/sign-in/{user}", SignInAsync);
        application.MapGet("/agenda", AgendaAsync).RequireAuthorization();
        application.MapGet("/api/agenda", ApiAsync).RequireAuthorization();
        await application.StartAsync();
        return new(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task SignInAsync(HttpContext context, string user)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user)], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new(identity));
        context.Response.Redirect("/connections");
    }

    // A page that needs the signed-in user's connection.
    private static async Task<IResult> AgendaAsync(IHttpClientFactory clients, CancellationToken cancellationToken)
    {
        var answer = await clients.CreateClient("calendar").GetStringAsync("me", cancellationToken);
        return Results.Content($"<!DOCTYPE html><html lang=\"en\"><title>Agenda</title><h1>Agenda</h1><pre>{WebUtility.HtmlEncode(answer)}</pre></html>", "text/html; charset=utf-8");
    }

    private static async Task<IResult> ApiAsync(IHttpClientFactory clients, CancellationToken cancellationToken) =>
        Results.Content(await clients.CreateClient("calendar").GetStringAsync("me", cancellationToken), "application/json");
}
