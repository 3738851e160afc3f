using System.Net;
using AuthProfiles.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.AspNetCore.Tests.Infrastructure;

/// <summary>An application whose users connect their calendars, its provider and the service, all in memory.</summary>
internal sealed class WebTest : IAsyncDisposable
{
    public const string Origin = "https://app.example";
    public const string Callback = $"{Origin}/connections/calendar/callback";

    private readonly WebApplication _app;
    private readonly List<Browser> _browsers = [];

    private WebTest(WebApplication app, LocalServices local, ServiceStub service, RecordingLogs logs)
    {
        _app = app;
        Local = local;
        Service = service;
        Logs = logs;
    }

    public LocalServices Local { get; }

    public ServiceStub Service { get; }

    public RecordingLogs Logs { get; }

    public IServiceProvider Services => _app.Services;

    public IConnections Connections => Services.GetRequiredService<IConnections>();

    public LocalAuthorizationServer Provider => Local.AuthorizationServer;

    public TestServer Server => _app.GetTestServer();

    /// <summary>Starts the application.</summary>
    /// <param name="calendar">What else its profile is told.</param>
    /// <param name="more">What else it registers.</param>
    /// <param name="before">What stands before its pages.</param>
    /// <param name="pages">Its own pages.</param>
    /// <param name="requiresAuthorization">Whether it leaves it to the host to ask who is there.</param>
    /// <param name="keys">The folder of its keys; null for keys that end with it.</param>
    public static async Task<WebTest> StartAsync(
        Action<AuthorizationCodeOptions>? calendar = null,
        Action<WebApplicationBuilder>? more = null,
        Action<WebApplication>? before = null,
        Action<WebApplication>? pages = null,
        bool requiresAuthorization = false,
        string? keys = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var logs = new RecordingLogs();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        var protection = builder.Services.AddDataProtection().SetApplicationName("tests");
        _ = keys is null ? protection.UseEphemeralDataProtectionProvider() : protection.PersistKeysToFileSystem(new(keys));
        builder.Services.AddAuthentication(HeaderAuthentication.Name).AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>(HeaderAuthentication.Name, static _ => { });
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton<ISignedInUser, TenantUser>();
        builder.Services.AddAuthProfiles().AddAuthorizationCode("calendar", o =>
        {
            o.BaseUrl = "https://api.calendar.example/";
            o.AuthorizationUrl = "https://login.calendar.example/authorize";
            o.TokenUrl = "https://login.calendar.example/token";
            o.Issuer = "https://login.calendar.example";
            o.ClientId = "app";
            o.ClientSecret = "canary-client-secret";
            o.Scope["scope"] = "events.read";
            calendar?.Invoke(o);
        });
        ServiceStub? service = null;
        builder.Services.AddHttpClient("calendar").AddAuthorizationProfile("calendar").ForSignedInUser().ConfigurePrimaryHttpMessageHandler(() => service!);
        more?.Invoke(builder);
        var local = builder.Services.UseLocalServices();
        service = new(local.AuthorizationServer);

        var app = builder.Build();
        before?.Invoke(app);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAuthProfiles();
        var group = app.MapAuthProfiles("/connections");
        if (requiresAuthorization)
        {
            group.RequireAuthorization();
        }

        app.MapGet("/week", static async (HttpContext context, IHttpClientFactory clients) =>
            await context.Response.WriteAsync(await clients.CreateClient("calendar").GetStringAsync("week", context.RequestAborted)));
        pages?.Invoke(app);
        await app.StartAsync();
        return new(app, local, service, logs);
    }

    /// <summary>Opens a browser in which somebody is signed in, or nobody.</summary>
    public Browser Open(string? user = "mia")
    {
        var browser = new Browser(Server.CreateHandler(), user);
        _browsers.Add(browser);
        return browser;
    }

    /// <summary>Presses Connect, consents as the same person at the provider, and returns the address that they come back by.</summary>
    public async Task<Uri> ConsentAsync(Browser browser, string profile = "calendar", string? returnUrl = null)
    {
        using var sent = await browser.PostAsync($"/connections/{profile}/connect", returnUrl is null ? [] : [("returnUrl", returnUrl)]);
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        return await ConsentAtAsync(browser, sent.Headers.Location!);
    }

    /// <summary>Consents at the provider, and returns the address that the person comes back by.</summary>
    public Task<Uri> ConsentAtAsync(Browser browser, Uri address)
    {
        Provider.SignIn(browser.User!);
        return Provider.ConsentAsync(address);
    }

    /// <summary>Walks all of it.</summary>
    public async Task ConnectAsync(Browser browser, string profile = "calendar")
    {
        using var back = await browser.GetAsync((await ConsentAsync(browser, profile)).AbsoluteUri);
        Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(static browser => browser.Dispose());
        await _app.DisposeAsync();
        await Local.DisposeAsync();
        Service.Dispose();
        Logs.Dispose();
    }
}
