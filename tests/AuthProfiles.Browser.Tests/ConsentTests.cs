using AuthProfiles.Browser.Tests.Infrastructure;

namespace AuthProfiles.Browser.Tests;

/// <summary>Consent as users really walk it: to the end, not to the end, twice, and backwards.</summary>
public sealed class ConsentTests : BrowserTests
{
    private const string Mia = "mia@contoso.example";
    private const string Noah = "noah@contoso.example";

    [Test]
    public async Task Two_users_connect_their_own_accounts_and_see_nobody_elses()
    {
        var mia = await SignInAsync("mia");
        var noah = await SignInAsync("noah");
        await mia.Button("Connect Contoso Calendar").ClickAsync();
        await noah.Button("Connect Contoso Calendar").ClickAsync();

        await noah.AllowAsync(Noah);
        await mia.AllowAsync(Mia);

        await Assertions.Expect(mia.State("Contoso Calendar")).ToHaveTextAsync($"Connected as {Mia}");
        await Assertions.Expect(noah.State("Contoso Calendar")).ToHaveTextAsync($"Connected as {Noah}");
        await mia.GotoAsync(At("/agenda"));
        await noah.GotoAsync(At("/agenda"));
        Assert.That(await mia.ContentAsync(), Does.Contain(Mia).And.Not.Contain(Noah));
        Assert.That(await noah.ContentAsync(), Does.Contain(Noah).And.Not.Contain(Mia));
    }

    [Test]
    public async Task A_consent_of_one_user_completes_nothing_in_the_browser_of_another()
    {
        var mia = await SignInAsync("mia");
        var noah = await SignInAsync("noah");
        await mia.Button("Connect Contoso Calendar").ClickAsync();
        var callback = await CallbackAsync(mia, Mia);

        await noah.GotoAsync(callback);

        await Assertions.Expect(noah.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was connected");
        await Assertions.Expect(noah.State("Contoso Calendar")).ToHaveTextAsync("Not connected");
        Assert.That(Provider.Exchanges, Is.Zero);
    }

    [Test]
    public async Task A_user_who_refuses_is_told_that_nothing_was_connected()
    {
        var page = await SignInAsync("mia");
        await page.Button("Connect Contoso Calendar").ClickAsync();

        await page.Button("Deny").ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("nothing was connected");
        await Assertions.Expect(page.State("Contoso Calendar")).ToHaveTextAsync("Not connected");
        await page.ConnectCalendarAsync(Mia);
    }

    [Test]
    public async Task A_user_who_comes_back_too_late_is_asked_to_connect_again()
    {
        var page = await SignInAsync("mia");
        await page.Button("Connect Contoso Calendar").ClickAsync();
        Clock.Advance(TimeSpan.FromMinutes(11));

        await page.AllowAsync(Mia);

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Please connect again");
        Assert.That(Provider.Exchanges, Is.Zero);
        await page.ConnectCalendarAsync(Mia);
    }

    [Test]
    public async Task The_back_button_after_consent_changes_nothing()
    {
        var page = await SignInAsync("mia");
        await page.ConnectCalendarAsync(Mia);

        await page.GoBackAsync();
        await page.AllowAsync(Noah);

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("completed already");
        await Assertions.Expect(page.State("Contoso Calendar")).ToHaveTextAsync($"Connected as {Mia}");
        Assert.That(Provider.Exchanges, Is.EqualTo(1));
        await page.GotoAsync(At("/connections/calendar"));
        await page.ReloadAsync();
        await Assertions.Expect(page.State("Contoso Calendar")).ToHaveTextAsync($"Connected as {Mia}");
    }

    [Test]
    public async Task A_double_click_on_connect_is_one_consent()
    {
        var page = await SignInAsync("mia");

        await page.Button("Connect Contoso Calendar").DblClickAsync();
        await page.AllowAsync(Mia);

        await Assertions.Expect(page.State("Contoso Calendar")).ToHaveTextAsync($"Connected as {Mia}");
        Assert.That(Provider.Exchanges, Is.EqualTo(1));
    }

    [Test]
    public async Task A_callback_that_two_tabs_open_at_once_is_redeemed_once()
    {
        var page = await SignInAsync("mia");
        var other = await page.Context.NewPageAsync();
        await page.Button("Connect Contoso Calendar").ClickAsync();
        var callback = await CallbackAsync(page, Mia);

        await Task.WhenAll(page.GotoAsync(callback), other.GotoAsync(callback));

        Assert.That(Provider.Exchanges, Is.EqualTo(1));
        await page.GotoAsync(At("/connections/calendar"));
        await Assertions.Expect(page.State("Contoso Calendar")).ToHaveTextAsync($"Connected as {Mia}");
    }

    [Test]
    public async Task Who_disconnects_is_disconnected_and_may_connect_another_account()
    {
        var page = await SignInAsync("mia");
        await page.ConnectCalendarAsync(Mia);

        await page.Button("Disconnect Contoso Calendar").ClickAsync();

        await Assertions.Expect(page.State("Contoso Calendar")).ToHaveTextAsync("Not connected");
        Assert.That((await page.APIRequest.GetAsync(At("/api/agenda"))).Status, Is.EqualTo(403));
        await page.ConnectCalendarAsync(Noah);
        await page.Button("Connect again Contoso Calendar").ClickAsync();
        await page.AllowAsync(Mia);
        await Assertions.Expect(page.State("Contoso Calendar")).ToHaveTextAsync($"Connected as {Mia}");
    }

    [Test]
    public async Task A_connection_outlives_a_restart_and_so_does_the_page()
    {
        var page = await SignInAsync("mia");
        await page.ConnectCalendarAsync(Mia);

        await RestartAsync();

        await page.Button("Test Contoso Calendar").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The test succeeded" })).ToBeVisibleAsync();
        await Assertions.Expect(page.State("Contoso Calendar")).ToHaveTextAsync($"Connected as {Mia}");
    }

    [Test]
    public async Task A_consent_under_way_outlives_a_restart()
    {
        var page = await SignInAsync("mia");
        await page.Button("Connect Contoso Calendar").ClickAsync();

        await RestartAsync();
        await page.AllowAsync(Mia);

        await Assertions.Expect(page.State("Contoso Calendar")).ToHaveTextAsync($"Connected as {Mia}");
        Assert.That(Provider.Exchanges, Is.EqualTo(1));
    }

    // Consents, and catches the address that leads back before it is opened.
    private static async Task<string> CallbackAsync(IPage page, string account)
    {
        await Assertions.Expect(page.Button("Allow")).ToBeVisibleAsync();
        var answer = await page.APIRequest.GetAsync($"{page.Url}&account={Uri.EscapeDataString(account)}&decision=allow", new() { MaxRedirects = 0 });
        return answer.Headers["location"];
    }
}
