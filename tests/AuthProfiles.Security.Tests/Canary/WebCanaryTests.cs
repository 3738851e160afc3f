using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Users connect on the web, and whatever the provider answers, neither a page nor a sink is told of a secret.</summary>
[TestFixture]
[Category("Canary")]
[NonParallelizable]
public sealed partial class WebCanaryTests
{
    private static readonly string[] s_outcomes = ["200", "400", "401", CanaryService.Echo500, "HTML", "cut", "cut JSON", "odd token"];

    [Test]
    [CancelAfter(20_000)]
    public async Task No_page_and_no_sink_is_told_of_a_secret([ValueSource(nameof(s_outcomes))] string outcome, CancellationToken cancellation)
    {
        // The host's lines and spans have the addresses of its own requests, codes and states included: what they show is the host's to decide.
        using var run = new CanaryRun(hasEvents: false) { IsOfHost = static sink => sink.StartsWith("log Microsoft.AspNetCore", StringComparison.Ordinal) || sink.StartsWith("activity Microsoft.AspNetCore", StringComparison.Ordinal) };
        await using var provider = new CanaryProvider(run);
        await using var app = await StartAsync(run, provider);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = new(app.Urls.Single()) };

        provider.TokenOutcome = outcome;
        await ConsentAsync(run, browser, provider, "");
        await ConsentAsync(run, browser, provider, "&error=access_denied&error_description=" + Uri.EscapeDataString(run.Plant("authorization code")));
        provider.TokenOutcome = "200";
        await ConsentAsync(run, browser, provider, "");
        foreach (var next in new[] { "200", "401", CanaryService.Echo500, "cut" })
        {
            provider.CallOutcome = next;
            await TellAsync(run, "test", () => PostAsync(browser, "/connections/calendar/test"));
            await TellAsync(run, "page", () => browser.GetAsync("/week", cancellation));
        }

        await TellAsync(run, "inputs", () => PostAsync(browser, "/connections/weather/connect", ("input.key", run.Plant("API key of a form"))));
        await TellAsync(run, "wrong inputs", () => PostAsync(browser, "/connections/weather/connect", ("input.nothing", run.Plant("API key of a form"))));
        provider.CallOutcome = "200";
        await TellAsync(run, "test", () => PostAsync(browser, "/connections/weather/test"));
        await TellAsync(run, "list", () => browser.GetAsync("/connections", cancellation));
        await TellAsync(run, "end", () => PostAsync(browser, "/connections/calendar/disconnect"));

        run.AssertClean(atLeast: 500, provider.Server);
    }

    private static async Task<WebApplication> StartAsync(CanaryRun run, CanaryProvider provider)
    {
        var builder = WebApplication.CreateSlimBuilder();
        run.AddTo(builder.Logging);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthProfiles()
            .AddAuthorizationCode("calendar", o =>
            {
                GrantCase.Tell(o, provider.Url, run, ClientAuthentication.Post);
                o.AuthorizationUrl = provider.Url + "authorize";
                o.Scope["scope"] = "events.read";
            })
            .AddApiKey("weather", o => (o.BaseUrl, o.Probe, o.Key) = (provider.Url + "api/", "GET today", run.Plant("the application's own API key", isSent: false)));
        foreach (var name in new[] { "calendar", "weather" })
        {
            builder.Services.AddHttpClient(name).AddAuthorizationProfile(name).ForSignedInUser();
        }

        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Use(static (context, next) =>
        {
            context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "mia")], "test"));
            return next(context);
        });
        app.UseRouting();
        app.UseAuthorization();
        app.UseAuthProfiles();
        app.MapAuthProfiles("/connections");
        app.MapGet("/week", static async (HttpContext context, IHttpClientFactory clients) =>
        {
            using var answer = await clients.CreateClient("calendar").GetAsync("week", context.RequestAborted);
            await context.Response.WriteAsync($"{(int)answer.StatusCode}");
        });
        await app.StartAsync();
        return app;
    }

    private static async Task ConsentAsync(CanaryRun run, HttpClient browser, CanaryProvider provider, string more)
    {
        using var sent = await PostAsync(browser, "/connections/calendar/connect");
        var asked = sent.Headers.Location!.Query.TrimStart('?').Split('&').Select(static pair => pair.Split('=')).ToDictionary(static pair => pair[0], static pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
        run.Learn("state", asked["state"]);
        var back = $"{asked["redirect_uri"]}?code={Uri.EscapeDataString(run.Plant("authorization code"))}&state={asked["state"]}{more}";
        await TellAsync(run, "callback", () => browser.GetAsync(back));
        await TellAsync(run, "callback again", () => browser.GetAsync(back));
        foreach (var verifier in provider.Server.Requests.SelectMany(static request => request.Body.Split('&')).Where(static pair => pair.StartsWith("code_verifier=", StringComparison.Ordinal)))
        {
            run.Learn("PKCE verifier", verifier["code_verifier=".Length..]);
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        var token = AntiForgery().Match(await browser.GetStringAsync("/connections")).Groups[1].Value;
        return await browser.PostAsync(address, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(static field => KeyValuePair.Create(field.Item1, field.Item2))));
    }

    /// <summary>Tells what the browser is shown, but not what it asked for, which it knows.</summary>
    private static async Task TellAsync(CanaryRun run, string what, Func<Task<HttpResponseMessage>> send)
    {
        using var answer = await send();
        run.Told.Add($"{what} (page)", $"{(int)answer.StatusCode} {string.Join(" ", answer.Headers.Select(static header => $"{header.Key}: {string.Join(",", header.Value)}"))} {await answer.Content.ReadAsStringAsync()}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiForgery();
}
