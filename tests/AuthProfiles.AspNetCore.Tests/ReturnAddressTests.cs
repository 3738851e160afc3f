using System.Net;
using AuthProfiles.AspNetCore.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.AspNetCore.Tests;

/// <summary>Users are sent back to the application's own addresses, and nowhere else (OA-8).</summary>
[TestFixture]
public sealed class ReturnAddressTests
{
    private const string Page = "/connections/calendar";

    private static readonly string[] s_hostile =
    [
        "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\\/evil.example", "https:evil.example", "https:/evil.example", "https://evil.example/",
        "http://app.example.evil.example/", "https://app.example/week", "HTTPS://evil.example", "//app.example/week", "javascript:alert(1)", "/javascript:alert(1)\\", "data:text/html,x",
        "~//evil.example", "~/week", "week", "?week", "#week", " /week", "\t/week", "/\t/evil.example", "/\n/evil.example", "/\r\nSet-Cookie: a=b", "/week\r\nLocation: https://evil.example",
        "/\u007f/evil.example", "/\u0085/evil.example", "/week\\..\\..", ".//evil.example", "../evil.example", "@evil.example", "/" + "a\\b", string.Empty,
    ];

    private static readonly (string Given, string Sent)[] s_good =
    [
        ("/", "/"), ("/week", "/week"), ("/week?of=7&at=home#top", "/week?of=7&at=home#top"), ("/a//b", "/a//b"), ("/%09/evil.example", "/%09/evil.example"), ("/https://evil.example", "/https://evil.example"),
        ("/z\u00fcr ich?q=\u2603", "/z%C3%BCr%20ich?q=%E2%98%83"), ("/\U0001F600", "/%F0%9F%98%80"), ("/a@evil.example", "/a@evil.example"),
    ];

    [TestCaseSource(nameof(s_hostile))]
    public async Task OA_8_another_host_is_nowhere_to_go_back_to_whoever_says_so(string address)
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();

        // By a link to the page, which passes it on in its forms.
        var page = await mia.ReadAsync($"{Page}?returnUrl={Uri.EscapeDataString(address)}");
        Assert.That(page, Does.Not.Contain("name=\"returnUrl\"").And.Not.Contain("Back to where you were"));

        // By a form, and so kept for the way back.
        Assert.That(await ComeBackAsync(web, mia, await web.ConsentAsync(mia, returnUrl: address)), Is.EqualTo(Page));

        // By the application's own word.
        web.Provider.SignIn("mia");
        var start = await web.Connections.StartAsync("calendar", user: "mia", options: new() { Context = address, CallbackLink = new(WebTest.Callback) });
        Assert.That(await ComeBackAsync(web, mia, await web.Provider.ConsentAsync(start.Address)), Is.EqualTo(Page));
    }

    [TestCaseSource(nameof(s_good))]
    public async Task An_address_of_the_application_is_gone_back_to_as_a_header_carries_it((string Given, string Sent) address)
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();

        var page = WebUtility.HtmlDecode(await mia.ReadAsync($"{Page}?returnUrl={Uri.EscapeDataString(address.Given)}"));
        Assert.That(page, Does.Contain($"name=\"returnUrl\" value=\"{address.Sent}\"").And.Contain($"href=\"{address.Sent}\""));
        Assert.That(await ComeBackAsync(web, mia, await web.ConsentAsync(mia, returnUrl: address.Given)), Is.EqualTo(address.Sent));
    }

    [Test]
    public async Task An_address_that_comes_twice_or_is_too_long_is_none([Values("/week|/week", "/week|https://evil.example", "/LONG", "/\u2603LONG")] string addresses)
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();
        var values = addresses.Replace("LONG", new('\u00fc', 400), StringComparison.Ordinal).Split('|');

        var page = await mia.ReadAsync($"{Page}?{string.Join('&', values.Select(static value => $"returnUrl={Uri.EscapeDataString(value)}"))}");

        Assert.That(page, Does.Not.Contain("Back to where you were"));
    }

    [Test]
    public async Task A_key_of_ones_own_leads_back_too()
    {
        await using var web = await WebTest.StartAsync(more: static builder => builder.Services.AddAuthProfiles().AddApiKey("weather", static o => o.BaseUrl = "https://api.weather.example/"));
        var mia = web.Open();

        using var good = await mia.PostAsync("/connections/weather/connect", ("input.key", "k-1"), ("returnUrl", "/week"));
        using var bad = await mia.PostAsync("/connections/weather/connect", ("input.key", "k-1"), ("returnUrl", "//evil.example"));

        Assert.That($"{good.Headers.Location} {bad.Headers.Location}", Is.EqualTo("/week /connections/weather"));
    }

    private static async Task<string?> ComeBackAsync(WebTest web, Browser browser, Uri callback)
    {
        using var back = await browser.GetAsync(callback.AbsoluteUri);
        Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        return back.Headers.TryGetValues("Location", out var location) ? location.Single() : null;
    }
}
