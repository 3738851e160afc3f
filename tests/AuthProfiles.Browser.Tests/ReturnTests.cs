using System.Text.Json;
using AuthProfiles.Browser.Tests.Infrastructure;

namespace AuthProfiles.Browser.Tests;

/// <summary>Pages and calls of the application that need a connection which is not there yet.</summary>
public sealed class ReturnTests : BrowserTests
{
    [Test]
    public async Task A_page_that_needs_a_connection_is_left_for_consent_and_come_back_to()
    {
        var page = await SignInAsync("mia");

        await page.GotoAsync(At("/agenda?week=47&day=mon"));
        await page.AllowAsync("mia@contoso.example");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Agenda" })).ToBeVisibleAsync();
        Assert.That(page.Url, Is.EqualTo(At("/agenda?week=47&day=mon")));
    }

    [Test]
    public async Task Who_refuses_is_led_back_by_a_link_and_asked_again_there()
    {
        var page = await SignInAsync("mia");
        await page.GotoAsync(At("/agenda"));

        await page.Button("Deny").ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("nothing was connected");
        Assert.That(page.Url, Does.StartWith(At("/connections/calendar")));
    }

    [Test]
    public async Task A_call_of_a_script_is_answered_by_a_problem_that_names_the_way()
    {
        var page = await SignInAsync("mia");
        await page.GotoAsync(At("/"));

        var answer = await page.EvaluateAsync<JsonElement>("async () => { const r = await fetch('/api/agenda'); return { status: r.status, type: r.headers.get('content-type'), problem: await r.json() }; }");

        Assert.Multiple(() =>
        {
            Assert.That(answer.GetProperty("status").GetInt32(), Is.EqualTo(403));
            Assert.That(answer.GetProperty("type").GetString(), Does.StartWith("application/problem+json"));
            Assert.That(answer.GetProperty("problem").GetProperty("consent").GetString(), Is.EqualTo("/connections/calendar"));
        });
    }
}
