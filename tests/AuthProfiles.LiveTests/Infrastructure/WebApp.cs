using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>An application on the web whose signed-in user connects, and the browser of that user.</summary>
internal sealed partial class WebApp : IAsyncDisposable
{
    private const string Page = "/connections/" + LiveApp.Profile;

    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private readonly CookieContainer _cookies = new();

    private WebApp(WebApplication app, MovedClock clock)
    {
        (_app, Clock) = (app, clock);
        _client = app.GetTestServer().CreateClient();
        _client.BaseAddress = new(ConsentApp.Callback, "/");
    }

    public MovedClock Clock { get; }

    public static async Task<WebApp> StartAsync(Idp idp, string loginHint = ConsentApp.User)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthProfiles().AddAuthorizationCode(LiveApp.Profile, options =>
        {
            LiveApp.Describe(options, idp, "web");

            // The server knows one address of the client: the application takes the callback there.
            (options.TokenUrl, options.Issuer, options.RedirectUri) = (null, idp.Fixture.Issuer, ConsentApp.Callback.AbsoluteUri);
            options.Scope["scope"] = "openid profile email read";
            options.Scope["login_hint"] = loginHint;
        });
        builder.Services.AddHttpClient(LiveApp.Profile).AddAuthorizationProfile(LiveApp.Profile).ForSignedInUser();
        var clock = new MovedClock();
        builder.Services.AddSingleton<TimeProvider>(clock);
        var app = builder.Build();
        app.Use(static (context, next) =>
        {
            context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, ConsentApp.User)], "test"));
            return next(context);
        });
        app.UseRouting();
        app.UseAuthProfiles();
        app.MapAuthProfiles("/connections");
        app.MapGet(ConsentApp.Callback.AbsolutePath, CompleteAsync);
        app.MapGet("/items", static async (HttpContext context, IHttpClientFactory clients) =>
            await context.Response.WriteAsync(await clients.CreateClient(LiveApp.Profile).GetStringAsync("items", context.RequestAborted)));
        await app.StartAsync();
        return new(app, clock);
    }

    /// <summary>Asks for a page, and follows no redirect.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    public async Task<string> ReadPageAsync()
    {
        using var answer = await GetAsync(Page);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Presses a button on the page of the connection.</summary>
    public async Task<HttpResponseMessage> PressAsync(string action) => await SendAsync(new(HttpMethod.Post, $"{Page}/{action}")
    {
        Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", Token().Match(await ReadPageAsync()).Groups["token"].Value)]),
    });

    /// <summary>Presses Connect, logs in at the provider and consents.</summary>
    /// <returns>The address that the user comes back by. It is not requested.</returns>
    public async Task<string> ConsentAsync()
    {
        using var browser = new Browser();
        using var sent = await PressAsync("connect");
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        return (await browser.FollowAsync(sent.Headers.Location!, ConsentApp.Callback)).AbsoluteUri;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    // The endpoint of the package, at the address that is registered.
    private static Task CompleteAsync(HttpContext context, EndpointDataSource endpoints)
    {
        context.Request.RouteValues["profile"] = LiveApp.Profile;
        var callback = endpoints.Endpoints.OfType<RouteEndpoint>().Single(static endpoint => endpoint.RoutePattern.RawText is { } pattern && pattern.EndsWith("/callback", StringComparison.Ordinal) && pattern.StartsWith("/connections", StringComparison.Ordinal));
        return callback.RequestDelegate!(context);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            request.RequestUri = new(_client.BaseAddress!, request.RequestUri!);
            request.Headers.Add("Accept", "text/html");
            if (_cookies.GetCookieHeader(request.RequestUri) is { Length: > 0 } kept)
            {
                request.Headers.Add("Cookie", kept);
            }

            var answer = await _client.SendAsync(request);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                _cookies.SetCookies(request.RequestUri, cookie);
            }

            return answer;
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
