using System.Net;
using System.Text.Json;
using AuthProfiles.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.AspNetCore.Tests;

/// <summary>What <c>UseAuthProfiles</c> makes of a connection that is missing.</summary>
[TestFixture]
public sealed class RedirectTests
{
    [TestCase("/week", "/week")]
    [TestCase("/week?of=7&q=%C3%BC%26%2F", "/week?of=7&q=%C3%BC%26%2F")]
    [TestCase("/base/week?of=7", "/base/week?of=7")]
    [TestCase("/at/z%C3%BCrich%20west", "/at/z%C3%BCrich%20west")]
    public async Task A_page_is_left_for_the_provider_and_come_back_to(string page, string cameBack)
    {
        await using var web = await StartAsync();
        var mia = web.Open();

        using var left = await mia.GetAsync(page);
        Assert.That(left.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(left.Headers.Location?.GetLeftPart(UriPartial.Path), Is.EqualTo("https://login.calendar.example/authorize"));

        using var back = await mia.GetAsync((await web.ConsentAtAsync(mia, left.Headers.Location!)).AbsoluteUri);
        Assert.That(back.Headers.GetValues("Location"), Is.EqualTo(new[] { cameBack }));
        Assert.That(await mia.ReadAsync(cameBack), Is.EqualTo("mia"));
    }

    [Test]
    public async Task Where_more_than_consent_is_needed_our_page_asks_first_and_leads_back()
    {
        await using var web = await StartAsync(static o =>
        {
            o.BaseUrl = "https://{{region}}.calendar.example/";
            o.AdditionalFields.Add(new("region", "Region", "Such as eu") { Secret = false });
        });
        var mia = web.Open();

        using var left = await mia.GetAsync("/week?of=7");
        Assert.That(left.Headers.Location?.OriginalString, Is.EqualTo("/connections/calendar?returnUrl=%2Fweek%3Fof%3D7"));
        Assert.That(await mia.ReadAsync(left.Headers.Location!.OriginalString), Does.Contain("Region").And.Contain("Such as eu"));

        using var sent = await mia.PostAsync("/connections/calendar/connect", ("input.region", "eu"), ("returnUrl", "/week?of=7"));
        using var back = await mia.GetAsync((await web.ConsentAtAsync(mia, sent.Headers.Location!)).AbsoluteUri);
        Assert.That(back.Headers.GetValues("Location"), Is.EqualTo(new[] { "/week?of=7" }));
        Assert.That(await mia.ReadAsync("/week?of=7"), Is.EqualTo("mia"));
        Assert.That(web.Service.Calls.Last().Host, Is.EqualTo("eu.calendar.example"));
    }

    [Test]
    public async Task Where_the_consent_is_missing_nothing_of_the_page_is_sent()
    {
        await using var web = await StartAsync();

        using var left = await web.Open().GetAsync("/half");

        Assert.That(left.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(left.Headers.Contains("X-Page"), Is.False);
        Assert.That(await left.Content.ReadAsStringAsync(), Is.Empty);
    }

    [TestCase("GET", "Accept", "application/json")]
    [TestCase("GET", "Accept", "*/*")]
    [TestCase("GET", "Sec-Fetch-Mode", "cors")]
    [TestCase("GET", "Sec-Fetch-Mode", "same-origin")]
    [TestCase("POST", "Accept", "application/json")]
    public async Task A_program_is_told_what_is_missing_and_where_it_is_given(string method, string name, string value)
    {
        await using var web = await StartAsync();
        var request = new HttpRequestMessage(new(method), method == "GET" ? "/week" : "/plan") { Headers = { { name, value } } };

        using var answer = await web.Open().SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.That(problem.RootElement.GetProperty("type").GetString(), Is.EqualTo("urn:authprofiles:authorization-required"));
        Assert.That(problem.RootElement.GetProperty("status").GetInt32(), Is.EqualTo(403));
        Assert.That(problem.RootElement.GetProperty("profile").GetString(), Is.EqualTo("calendar"));
        Assert.That(problem.RootElement.GetProperty("consent").GetString(), Is.EqualTo("/connections/calendar"));
    }

    [Test]
    public async Task Who_has_sent_a_form_comes_to_our_page_and_not_into_a_loop()
    {
        await using var web = await StartAsync();

        using var answer = await web.Open().PostRawAsync("/plan", ("what", "lunch"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(answer.Headers.Location?.OriginalString, Is.EqualTo("/connections/calendar"));
    }

    [Test]
    public async Task A_denial_ends_on_our_page_and_not_in_a_loop()
    {
        await using var web = await StartAsync();
        var mia = web.Open();
        using var left = await mia.GetAsync("/week");
        web.Provider.Deny();

        using var back = await mia.GetAsync((await web.Provider.ConsentAsync(left.Headers.Location!)).AbsoluteUri);

        Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await back.Content.ReadAsStringAsync(), Does.Contain("You have not given your consent").And.Contain("Connect"));
    }

    [Test]
    public async Task A_consent_that_was_taken_back_is_asked_for_again()
    {
        await using var web = await StartAsync();
        var mia = web.Open();
        await web.ConnectAsync(mia);
        web.Provider.RevokeAll();
        web.Local.Clock.Advance(TimeSpan.FromHours(2));

        using var left = await mia.GetAsync("/week");

        Assert.That(left.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(left.Headers.Location?.Host, Is.EqualTo("login.calendar.example"));
    }

    [TestCase("/of-ben", "mia")]
    [TestCase("/of-acme", "mia")]
    [TestCase("/week-of-mia", "mia@acme")]
    [TestCase("/of-ben", null)]
    [TestCase("/started", "mia")]
    [TestCase("/unmapped", "mia")]
    public async Task What_is_not_the_callers_to_give_or_comes_too_late_goes_on(string page, string? who)
    {
        Exception? seen = null;
        await using var web = await StartAsync(before: app => app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (AuthorizationException error)
            {
                seen = error;
                if (!context.Response.HasStarted)
                {
                    context.Response.StatusCode = 555;
                }
            }
        }));

        using var answer = await web.Open(who).GetAsync(page);

        Assert.That(seen, Is.InstanceOf<AuthorizationRequiredException>());
        Assert.That((int)answer.StatusCode, Is.EqualTo(page is "/started" ? 200 : 555));
    }

    [Test]
    public async Task Without_our_pages_the_exception_goes_on()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthProfiles().AddSignedInUsers();
        builder.Services.AddSingleton<ISignedInUser>(new Somebody());
        await using var app = builder.Build();
        app.UseAuthProfiles();
        app.Run(static _ => throw new AuthorizationRequiredException("calendar", "Missing.") { User = "mia" });
        await app.StartAsync();
        using var client = app.GetTestClient();

        await Assert.ThatAsync(() => client.GetAsync("/"), Throws.InstanceOf<AuthorizationRequiredException>());
    }

    private static Task<WebTest> StartAsync(Action<AuthorizationCodeOptions>? calendar = null, Action<WebApplication>? before = null) => WebTest.StartAsync(
        calendar,
        static builder => builder.Services.AddAuthProfiles().AddAuthorizationCode("mail", static o =>
        {
            o.BaseUrl = "https://api.mail.example/";
            o.AuthorizationUrl = "https://login.mail.example/authorize";
            o.TokenUrl = "https://login.mail.example/token";
        }),
        app =>
        {
            before?.Invoke(app);
            app.UsePathBase("/base");
        },
        static app =>
        {
            static HttpClient Of(IHttpClientFactory clients) => clients.CreateClient("calendar");
            app.MapGet("/at/{place}", static (IHttpClientFactory clients) => Of(clients).GetStringAsync("week"));
            app.MapPost("/plan", static (IHttpClientFactory clients) => Of(clients).GetStringAsync("week"));
            app.MapGet("/of-ben", static (IHttpClientFactory clients) => Of(clients).For(user: "ben").GetStringAsync("week"));
            app.MapGet("/of-acme", static (IHttpClientFactory clients) => Of(clients).For("acme", "mia").GetStringAsync("week"));
            app.MapGet("/week-of-mia", static (IHttpClientFactory clients) => Of(clients).For(user: "mia").GetStringAsync("week"));
            app.MapGet("/unmapped", static Task<string> () => throw new AuthorizationRequiredException("calendar", "Missing.") { Tenant = "acme", User = "mia" });
            app.MapGet("/half", static async (HttpContext context, IHttpClientFactory clients) =>
            {
                context.Response.Headers["X-Page"] = "half";
                await Of(clients).GetStringAsync("week");
            });
            app.MapGet("/started", static async (HttpContext context, IHttpClientFactory clients) =>
            {
                await context.Response.WriteAsync("half");
                await context.Response.Body.FlushAsync();
                await Of(clients).GetStringAsync("week");
            });
        });

    private sealed class Somebody : ISignedInUser
    {
        public (string? Tenant, string User)? Find(HttpContext context) => (null, "mia");
    }
}
