using System.Net;
using AuthProfiles.AspNetCore.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.AspNetCore.Tests;

/// <summary>What others write is text on the page, and nothing else.</summary>
[TestFixture]
public sealed class EncodingTests
{
    private const string Evil = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";

    [Test]
    public async Task OA_7_what_a_provider_says_of_an_error_is_text_or_not_shown([Values("error", "error_description", "error_uri")] string where, [Values("access_denied", "server_error", "invalid_scope")] string error)
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();
        var callback = await web.ConsentAsync(mia);
        var state = callback.Query.Split("state=")[1].Split('&')[0];
        var said = where == "error" ? $"error={Uri.EscapeDataString(error + Evil)}" : $"error={error}&{where}={Uri.EscapeDataString(Evil)}";

        using var answer = await mia.GetAsync($"{WebTest.Callback}?{said}&state={state}&iss=https://login.calendar.example");

        AssertHarmless(await answer.Content.ReadAsStringAsync());
        Assert.That((int)answer.StatusCode, where != "error" && error == "access_denied" ? Is.EqualTo(200) : Is.GreaterThanOrEqualTo(400));
        Assert.That(web.Provider.TokenRequests, Is.Zero);
    }

    [Test]
    public async Task What_a_service_calls_an_account_is_text()
    {
        await using var web = await WebTest.StartAsync(WithProbe);
        web.Service.Probe = $$"""{"name":{{System.Text.Json.JsonSerializer.Serialize(Evil)}}}""";
        var mia = web.Open();

        await web.ConnectAsync(mia);

        var page = await mia.ReadAsync("/connections/calendar");
        AssertHarmless(page);
        Assert.That(WebUtility.HtmlDecode(page), Does.Contain($"Connected as {Evil}"));
    }

    [Test]
    public async Task What_a_service_answers_to_a_test_is_text_without_secrets()
    {
        await using var web = await WebTest.StartAsync(WithProbe);
        var mia = web.Open();
        await web.ConnectAsync(mia);
        web.Service.Probe = $$"""{"name":"x","evil":{{System.Text.Json.JsonSerializer.Serialize(Evil)}},"access_token":"canary-at"}""";

        using var answer = await mia.PostAsync("/connections/calendar/test");

        var page = await answer.Content.ReadAsStringAsync();
        AssertHarmless(page);
        Assert.That(WebUtility.HtmlDecode(page), Does.Contain("The test succeeded").And.Contain("Headers").And.Contain("Response").And.Contain("GET https://api.calendar.example/me"));
        Assert.That(page, Does.Contain("[redacted]").And.Not.Contain("canary-at"));
    }

    [Test]
    public async Task What_a_test_finds_wrong_is_shown_with_the_answer()
    {
        await using var web = await WebTest.StartAsync(WithProbe);
        var mia = web.Open();
        await web.ConnectAsync(mia);
        (web.Service.ProbeStatus, web.Service.Probe) = (HttpStatusCode.Forbidden, Evil);

        using var answer = await mia.PostAsync("/connections/calendar/test");

        var page = await answer.Content.ReadAsStringAsync();
        AssertHarmless(page);
        Assert.That(page, Does.Contain("The test failed at the call of the service").And.Contain("403"));
    }

    [Test]
    public async Task What_a_profile_says_of_itself_and_its_fields_is_text()
    {
        await using var web = await WebTest.StartAsync(more: static builder => builder.Services.AddAuthProfiles().AddCustom("bank", static o =>
        {
            o.BaseUrl = "https://api.bank.example/";
            o.IdentityProviderName = Evil;
            o.Description = Evil;
            o.AdditionalFields.Add(new("pin", Evil, Evil) { Example = Evil, Optional = true });
            o.AuthorizationFields.Add(AuthorizationField.Header("x-pin", "{{pin}}"));
        }));
        var mia = web.Open();

        foreach (var page in new[] { await mia.ReadAsync("/connections"), await mia.ReadAsync("/connections/bank"), await mia.ReadAsync($"/connections/bank?returnUrl=/{Uri.EscapeDataString(Evil)}") })
        {
            AssertHarmless(page);
            Assert.That(WebUtility.HtmlDecode(page), Does.Contain(Evil));
        }
    }

    [Test]
    public async Task What_a_user_gives_is_shown_nowhere([Values("unknown", "key", "connected")] string which)
    {
        await using var web = await WebTest.StartAsync(more: static builder => builder.Services.AddAuthProfiles().AddApiKey("weather", static o => o.BaseUrl = "https://api.weather.example/"));
        var mia = web.Open();

        using var answer = await mia.PostAsync("/connections/weather/connect", which switch
        {
            "unknown" => [("input." + Evil, "canary-value")],
            "key" => [("input.key", "canary-value" + Evil + "\u00fc\n")],
            _ => [("input.key", "canary-value")],
        });
        var page = await answer.Content.ReadAsStringAsync() + await mia.ReadAsync("/connections/weather");

        AssertHarmless(page);
        Assert.That(page, Does.Not.Contain("canary-value"));
        Assert.That((int)answer.StatusCode, Is.EqualTo(which == "connected" ? 303 : 400));
    }

    private static void WithProbe(AuthorizationCodeOptions o)
    {
        o.Probe = "GET me";
        o.Provider = new("Example") { AccountLabel = "/name" };
    }

    // An attribute of ours that was encoded by mistake would show as an equals sign before an entity.
    private static void AssertHarmless(string page) => Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("\"'>").And.Not.Contain("class=&"));
}
