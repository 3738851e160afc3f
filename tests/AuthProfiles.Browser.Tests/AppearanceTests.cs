using AuthProfiles.Browser.Tests.Infrastructure;

namespace AuthProfiles.Browser.Tests;

/// <summary>Each page as everybody gets it: light and dark, on a desk and on a phone, with texts of any length.</summary>
public sealed class AppearanceTests : BrowserTests
{
    private const string Mia = "mia@contoso.example";

    private const string LongScope =
        "openid offline_access https://graph.contoso.example/calendars.readwrite.shared.of.everybody/and-their-rooms https://graph.contoso.example/people.read tickets:read tickets:write users:read";

    private bool _isLong;
    private bool _isEmpty;

    [TearDown]
    public void GoBackToTheUsual() => (_isLong, _isEmpty) = (false, false);

    [Test]
    public async Task The_list()
    {
        var page = await SignInAsync();
        await CheckAsync(page, "list", page.Button("Connect Contoso Weather"));
    }

    [Test]
    public async Task A_list_with_connections()
    {
        var page = await SignInAsync();
        await page.GetByLabel("API key", new() { Exact = true }).FillAsync(Provider.WeatherKey);
        await page.Button("Connect Contoso Weather").ClickAsync();
        await CheckAsync(page, "weather", page.Button("Disconnect Contoso Weather"));
        await page.GotoAsync(At("/connections"));
        await page.ConnectCalendarAsync(Mia);
        await CheckAsync(page, "calendar", page.Button("Disconnect Contoso Calendar"));
        await page.GotoAsync(At("/connections"));
        await CheckAsync(page, "list-connected", page.GetByRole(AriaRole.Heading, new() { Name = "Your connections" }));
    }

    [Test]
    public async Task A_test_that_succeeds()
    {
        var page = await SignInAsync();
        await page.ConnectCalendarAsync(Mia);
        await page.Button("Test Contoso Calendar").ClickAsync();
        await CheckAsync(page, "test", page.GetByRole(AriaRole.Heading, new() { Name = "The test succeeded" }));
    }

    [Test]
    public async Task A_connection_that_was_taken_back()
    {
        var page = await SignInAsync();
        await page.ConnectCalendarAsync(Mia);
        Provider.Server.RevokeAll();
        Clock.Advance(TimeSpan.FromHours(2));
        await page.Button("Test Contoso Calendar").ClickAsync();
        await CheckAsync(page, "test-failed", page.GetByRole(AriaRole.Heading, new() { Name = "The test failed" }));
        await page.GotoAsync(At("/connections/calendar"));
        await Assertions.Expect(page.State("Contoso Calendar")).ToContainTextAsync("please connect again");
        await CheckAsync(page, "revoked", page.Button("Connect again Contoso Calendar"));
    }

    [Test]
    public async Task A_refusal()
    {
        var page = await SignInAsync();
        await page.GotoAsync(At("/agenda"));
        await page.Button("Deny").ClickAsync();
        await CheckAsync(page, "denied", page.GetByRole(AriaRole.Alert));
    }

    [Test]
    public async Task A_key_that_is_refused()
    {
        var page = await SignInAsync();
        await page.GetByLabel("API key", new() { Exact = true }).FillAsync("k-99999999");
        await page.Button("Connect Contoso Weather").ClickAsync();
        await CheckAsync(page, "key-refused", page.GetByRole(AriaRole.Alert));
    }

    [Test]
    public async Task A_value_that_does_not_fit_though_the_browser_has_let_it_through()
    {
        var page = await SignInAsync();
        await page.Locator("form.connect").EvaluateAllAsync<bool>("forms => forms.every(form => form.noValidate = true)");
        await page.GetByLabel("API key", new() { Exact = true }).FillAsync("no key");
        await page.Button("Connect Contoso Weather").ClickAsync();
        await CheckAsync(page, "key-unfit", page.GetByRole(AriaRole.Alert));
    }

    [Test]
    public async Task Long_texts()
    {
        _isLong = true;
        await RestartAsync();
        var page = await SignInAsync();
        await CheckAsync(page, "long", page.Button("Connect Contoso Weather"));
        Provider.AccountLabel = "maximiliane.von.und.zu.hohenstein-oberbergen@subsidiary.of.a.very.large.customer.contoso.example";
        await page.ConnectCalendarAsync(Provider.AccountLabel);
        await page.Button("Test Contoso Calendar").ClickAsync();
        await CheckAsync(page, "long-test", page.GetByRole(AriaRole.Heading, new() { Name = "The test succeeded" }));
    }

    [Test]
    public async Task An_empty_list()
    {
        _isEmpty = true;
        await RestartAsync();
        var page = await SignInAsync();
        await CheckAsync(page, "empty", page.GetByText("There is nothing to connect."));
    }

    private protected override void AddProfiles(AuthProfilesBuilder profiles)
    {
        if (_isEmpty)
        {
            return;
        }

        LocalProfiles.Add(profiles, Provider);
        if (_isLong)
        {
            profiles.AddAuthorizationCode(LocalProfiles.Calendar, options =>
            {
                LocalProfiles.Describe(options, Provider);
                options.Scope["scope"] = LongScope;
                options.Description = "Your appointments, and those of the rooms that you may book for others, to show them beside the tickets of whoever asks, so that nobody has to look twice.";
            });
        }
    }

    private Task<IPage> SignInAsync() => SignInAsync("mia");
}
