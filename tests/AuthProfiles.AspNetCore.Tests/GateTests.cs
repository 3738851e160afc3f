using System.Net;
using System.Text;
using AuthProfiles.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.AspNetCore.Tests;

/// <summary>Who is let in, and by what.</summary>
[TestFixture]
public sealed class GateTests
{
    private static readonly string[] s_changing = ["connect", "test", "disconnect"];

    [Test]
    public async Task What_changes_state_needs_a_token_of_the_same_person([ValueSource(nameof(s_changing))] string action, [Values("none", "empty", "guessed", "ben's", "no cookie", "cookie alone", "in the query")] string token)
    {
        await using var web = await WebTest.StartAsync();
        var (mia, ben) = (web.Open(), web.Open("ben"));
        await web.ConnectAsync(mia);
        var (requests, own) = (web.Provider.RequestCount, await mia.TokenAsync());
        var calls = web.Service.Calls.Count;
        const string field = "__RequestVerificationToken";
        var address = $"/connections/calendar/{action}";

        using var answer = token switch
        {
            "none" => await mia.PostRawAsync(address),
            "empty" => await mia.PostRawAsync(address, (field, string.Empty)),
            "guessed" => await mia.PostRawAsync(address, (field, "CfDJ8" + own[5..20])),
            "ben's" => await mia.PostRawAsync(address, (field, await ben.TokenAsync())),
            "no cookie" => await web.Open().PostRawAsync(address, (field, own)),
            "cookie alone" => await mia.PostRawAsync(address, ("other", own)),
            _ => await mia.PostRawAsync($"{address}?{field}={Uri.EscapeDataString(own)}"),
        };

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await web.Connections.FindAsync("calendar", user: "mia"))?.State, Is.EqualTo(ConnectionState.Active));
        Assert.That((web.Provider.RequestCount, web.Service.Calls.Count), Is.EqualTo((requests, calls)));
    }

    [Test]
    public async Task A_token_of_somebody_who_was_signed_in_before_is_nobodys()
    {
        await using var web = await WebTest.StartAsync();
        var browser = web.Open();
        await web.ConnectAsync(browser);
        var token = await browser.TokenAsync();

        browser.User = "ben";
        using var answer = await browser.PostRawAsync("/connections/calendar/disconnect", ("__RequestVerificationToken", token));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("application/json", "{}")]
    [TestCase("text/plain", "a=b")]
    [TestCase("multipart/form-data", "a=b")]
    [TestCase("multipart/form-data; boundary=x", "--x\r\ncut off")]
    [TestCase("application/x-www-form-urlencoded", "MANY")]
    [TestCase("application/x-www-form-urlencoded", "returnUrl=%00")]
    public async Task What_is_no_form_is_refused(string type, string body)
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();
        var token = await mia.TokenAsync();
        var content = new StringContent(body.Replace("MANY", string.Concat(Enumerable.Range(0, 1100).Select(static i => $"a{i}=1&")), StringComparison.Ordinal), Encoding.UTF8);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        var request = new HttpRequestMessage(HttpMethod.Post, "/connections/calendar/connect") { Content = content };
        request.Headers.Add("RequestVerificationToken", token);

        using var answer = await mia.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task No_link_changes_anything([ValueSource(nameof(s_changing))] string action, [Values("GET", "HEAD", "PUT", "DELETE", "PATCH")] string method)
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();
        await web.ConnectAsync(mia);

        using var answer = await mia.SendAsync(new(new HttpMethod(method), $"/connections/calendar/{action}"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That((await web.Connections.FindAsync("calendar", user: "mia"))?.State, Is.EqualTo(ConnectionState.Active));
    }

    [TestCase("/connections")]
    [TestCase("/connections/calendar")]
    [TestCase("/connections/calendar/callback")]
    public async Task Pages_are_for_GET_alone(string address)
    {
        await using var web = await WebTest.StartAsync();

        using var answer = await web.Open().PostRawAsync(address);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }

    [Test]
    public async Task Looking_changes_nothing()
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();
        await web.ConnectAsync(mia);
        var requests = web.Provider.RequestCount;

        await mia.ReadAsync("/connections");
        await mia.ReadAsync("/connections/calendar");

        Assert.That(web.Provider.RequestCount, Is.EqualTo(requests));
        Assert.That((await web.Connections.FindAsync("calendar", user: "mia"))?.State, Is.EqualTo(ConnectionState.Active));
    }

    [TestCase("GET", "")]
    [TestCase("GET", "/calendar")]
    [TestCase("GET", "/nothing")]
    [TestCase("GET", "/calendar/callback")]
    [TestCase("POST", "/calendar/connect")]
    [TestCase("POST", "/calendar/test")]
    [TestCase("POST", "/calendar/disconnect")]
    public async Task Nobody_sees_nothing_of_it(string method, string path)
    {
        await using var web = await WebTest.StartAsync();

        using var answer = await web.Open(user: null).SendAsync(new(new HttpMethod(method), $"/connections{path}"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.Empty);
    }

    [Test]
    public async Task The_host_may_ask_who_it_is_in_its_own_way()
    {
        await using var web = await WebTest.StartAsync(requiresAuthorization: true, pages: static app => app.MapGet("/free", static () => "free"));
        var nobody = web.Open(user: null);

        using var answer = await nobody.GetAsync("/connections");

        // The scheme's own challenge, before any code of ours.
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answer.Headers.Contains("Referrer-Policy"), Is.False);
        Assert.That(await nobody.ReadAsync("/free"), Is.EqualTo("free"));
    }

    [Test]
    public async Task A_profile_that_users_may_not_authorize_is_not_there([Values("", "/callback", "connect", "test", "disconnect")] string action, [Values("backend", "shared", "nothing", "%2e%2e", "calendar%0a")] string profile)
    {
        await using var web = await WebTest.StartAsync(more: static builder => builder.Services.AddAuthProfiles()
            .AddClientCredentials("backend", static o =>
            {
                o.BaseUrl = "https://api.backend.example/";
                o.TokenUrl = "https://login.backend.example/token";
            })
            .AddApiKey("shared", static o =>
            {
                o.BaseUrl = "https://api.shared.example/";
                o.ConnectionMode = ConnectionMode.PreAuthorized;
            }));
        var mia = web.Open();

        using var answer = s_changing.Contains(action, StringComparer.Ordinal)
            ? await mia.PostAsync($"/connections/{profile}/{action}")
            : await mia.GetAsync($"/connections/{profile}{action}");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await mia.ReadAsync("/connections"), Does.Not.Contain("backend").And.Not.Contain("shared"));
    }

    [Test]
    public void Pages_without_their_services_are_refused_with_the_cure()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthProfiles();
        var app = builder.Build();

        Assert.That(() => app.MapAuthProfiles("/connections"), Throws.InvalidOperationException.With.Message.Contains("AddSignedInUsers"));
    }
}
