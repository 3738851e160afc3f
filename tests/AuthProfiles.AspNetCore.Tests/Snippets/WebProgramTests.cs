using AuthProfiles;
using AuthProfiles.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Snippets;

/// <summary>The program of docs/web.md, from the first visit to the page that a user's own calendar stands on.</summary>
[TestFixture]
public sealed class WebProgramTests
{
    [Test]
    public async Task Who_comes_for_the_first_time_signs_in_consents_and_is_back_on_the_page()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        using var api = new MockHttpMessageHandler();
        api.When("https://api.calendar.example/week").Respond("text/plain", "Week 7");
        builder.Services.AddHttpClient("calendar").ConfigurePrimaryHttpMessageHandler(() => api);
        await using var local = builder.Services.UseLocalServices();
        await using var app = WebProgram.Build(builder);
        await app.StartAsync();
        using var browser = new Browser(app.GetTestServer().CreateHandler(), user: null);

        var login = await FollowAsync(browser, "/");
        var signedIn = await FollowAsync(browser, login);
        var provider = await FollowAsync(browser, signedIn);
        local.AuthorizationServer.SignIn("mia");
        var back = await FollowAsync(browser, (await local.AuthorizationServer.ConsentAsync(new(provider))).AbsoluteUri);

        Assert.That(new[] { login, signedIn, back }, Is.EqualTo(new[] { "https://app.example/login?ReturnUrl=%2F", "/", "/" }));
        Assert.That(provider, Does.StartWith("https://login.calendar.example/authorize?"));
        Assert.That(await browser.ReadAsync(back), Is.EqualTo("Week 7"));
    }

    private static async Task<string> FollowAsync(Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        return answer.Headers.GetValues("Location").Single();
    }
}
