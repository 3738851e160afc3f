using AuthProfiles.AspNetCore.Tests.Infrastructure;

namespace AuthProfiles.AspNetCore.Tests;

/// <summary>What every answer says to browsers (OA-10).</summary>
[TestFixture]
public sealed class HeaderTests
{
    [Test]
    public async Task OA_10_no_answer_is_kept_framed_guessed_at_or_told_of_to_others([Values("list", "one", "callback", "back", "refused", "connect", "test", "disconnect", "unsigned", "unknown", "nobody", "page", "program")] string which)
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();
        var callback = (await web.ConsentAsync(mia)).AbsoluteUri;

        using var answer = await (which switch
        {
            "list" => mia.GetAsync("/connections"),
            "one" => mia.GetAsync("/connections/calendar"),
            "callback" or "back" => mia.GetAsync(callback),
            "refused" => mia.GetAsync(WebTest.Callback + "?state=x"),
            "connect" or "test" or "disconnect" => mia.PostAsync($"/connections/calendar/{which}"),
            "unsigned" => mia.PostRawAsync("/connections/calendar/connect"),
            "unknown" => mia.GetAsync("/connections/nothing"),
            "nobody" => web.Open(user: null).GetAsync("/connections"),
            "page" => mia.GetAsync("/week"),
            _ => mia.SendAsync(new(HttpMethod.Get, "/week") { Headers = { { "Accept", "application/json" } } }),
        });

        Assert.Multiple(() =>
        {
            Assert.That(answer.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "no-referrer" }));
            Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
            Assert.That(answer.Headers.GetValues("X-Frame-Options"), Is.EqualTo(new[] { "DENY" }));
        });
    }

    [Test]
    public async Task A_page_loads_nothing_runs_nothing_and_is_shown_in_no_frame()
    {
        await using var web = await WebTest.StartAsync();

        using var answer = await web.Open().GetAsync("/connections");
        var page = await answer.Content.ReadAsStringAsync();

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.StartWith("default-src 'none'; style-src 'nonce-").And.Contain("base-uri 'none'").And.Contain("frame-ancestors 'none'"));
        Assert.That(page, Does.Contain($"<style nonce=\"{policy.Split("'nonce-")[1].Split('\'')[0]}\">"));
        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain(" style=").And.Not.Contain(" onclick="));
        Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/html; charset=utf-8"));
    }

    [Test]
    public async Task OA_10_who_comes_back_is_sent_on_so_that_the_code_stays_in_no_address()
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();

        using var back = await mia.GetAsync((await web.ConsentAsync(mia)).AbsoluteUri);

        Assert.That(back.Headers.Location?.OriginalString, Is.EqualTo("/connections/calendar"));
    }
}
