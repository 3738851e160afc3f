using System.Net;
using System.Net.Http.Json;
using AuthProfiles.LiveTests.Infrastructure;

namespace AuthProfiles.LiveTests;

/// <summary>The endpoints and the page of the web package, with a provider that is not ours.</summary>
public sealed class WebTests : IdpTests
{
    [Test]
    public async Task A_user_connects_on_the_web_is_served_renewed_and_disconnected()
    {
        await using var app = await WebApp.StartAsync(Idp);

        using var back = await app.GetAsync(await app.ConsentAsync());
        Assert.That((back.StatusCode, back.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.SeeOther, "/connections/live")));
        Assert.That(await app.ReadPageAsync(), Does.Contain("Connected").And.Not.Contain("Not connected"));
        for (var renewals = 0; renewals < 3; renewals++)
        {
            using var items = await app.GetAsync("/items");
            Assert.That((await items.Content.ReadFromJsonAsync<ApiAnswer>())!.Sub, Is.EqualTo(ConsentApp.User));
            app.Clock.Advance(TimeSpan.FromHours(2));
        }

        using var ended = await app.PressAsync("disconnect");
        Assert.That(await app.ReadPageAsync(), Does.Contain("Not connected"));
        var stats = await Idp.StatsAsync();
        Assert.That(stats.TokenRequests.ByGrant, Is.EquivalentTo(new Dictionary<string, int> { ["authorization_code"] = 1, ["refresh_token"] = 2 }), "each renewal redeems the token of the one before");
        Assert.That(stats.TokenLog[0].Params, Does.Contain("code_verifier").And.Contain("redirect_uri"));
    }

    [Test]
    public async Task A_page_that_needs_the_connection_is_left_for_consent_and_come_back_to()
    {
        await using var app = await WebApp.StartAsync(Idp);
        using var browser = new Browser();

        using var left = await app.GetAsync("/items");
        var callback = await browser.FollowAsync(left.Headers.Location!, ConsentApp.Callback);
        using var back = await app.GetAsync(callback.AbsoluteUri);
        using var again = await app.GetAsync(callback.AbsoluteUri);

        Assert.That(back.Headers.Location?.OriginalString, Is.EqualTo("/items"));
        Assert.That(await again.Content.ReadAsStringAsync(), Does.Contain("completed already"));
        Assert.That((await Idp.StatsAsync()).TokenRequests.Total, Is.EqualTo(1), "a code is sent once");
    }

    [Test]
    public async Task A_refusal_is_told_on_the_page_and_no_token_is_asked_for()
    {
        await using var app = await WebApp.StartAsync(Idp, loginHint: "deny");

        using var back = await app.GetAsync(await app.ConsentAsync());

        Assert.That(await back.Content.ReadAsStringAsync(), Does.Contain("nothing was connected"));
        Assert.That((await Idp.StatsAsync()).TokenRequests.Total, Is.Zero);
    }
}
