using AuthProfiles.Browser.Tests.Infrastructure;

namespace AuthProfiles.Browser.Tests;

/// <summary>The walk in a browser that runs no scripts.</summary>
public sealed class WithoutScriptTests : BrowserTests
{
    [Test]
    public async Task Everything_works_without_a_script()
    {
        var page = await SignInAsync("mia", new() { JavaScriptEnabled = false });

        await page.GotoAsync(At("/agenda"));
        await page.Button("Deny").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("nothing was connected");
        await page.ConnectCalendarAsync("mia@contoso.example");
        await page.GotoAsync(At("/agenda"));
        await Assertions.Expect(page).ToHaveTitleAsync("Agenda");
        await page.GotoAsync(At("/connections"));
        await page.Button("Test Contoso Calendar").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The test succeeded" })).ToBeVisibleAsync();
        await page.GetByText("Headers").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Headers" })).ToBeHiddenAsync();
        await page.Button("Disconnect Contoso Calendar").ClickAsync();
        await Assertions.Expect(page.State("Contoso Calendar")).ToHaveTextAsync("Not connected");
        await page.GetByRole(AriaRole.Link, new() { Name = "All connections" }).ClickAsync();
        await page.GetByLabel("API key", new() { Exact = true }).FillAsync(Provider.WeatherKey);
        await page.Button("Connect Contoso Weather").ClickAsync();
        await Assertions.Expect(page.State("Contoso Weather")).ToHaveTextAsync("Connected");
    }

    [Test]
    public async Task The_pages_load_and_break_nothing()
    {
        var page = await SignInAsync("mia");
        var said = new List<string>();
        var requests = new List<string>();
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);

        await page.GotoAsync(At("/connections"));
        await page.GotoAsync(At("/connections/calendar"));

        Assert.That(said, Is.Empty);
        Assert.That(requests, Is.EqualTo([At("/connections"), At("/connections/calendar")]), "a page asks for nothing but itself");
    }
}
