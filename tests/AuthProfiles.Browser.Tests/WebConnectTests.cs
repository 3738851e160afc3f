using System.Globalization;
using AuthProfiles.Browser.Tests.Infrastructure;
using WebConnect;

namespace AuthProfiles.Browser.Tests;

/// <summary>The sample as its users walk it: sign in, connect on the way, triage a ticket.</summary>
public sealed class WebConnectTests : BrowserFixture
{
    private const string Mia = "mia@acme.example";
    private const string Joe = "joe@acme.example";
    private const string Subject = "The checkout page is down";

    private SupportDesk? _desk;

    [SetUp]
    public Task StartAsync() => StartAsync(port: 0);

    [TearDown]
    public ValueTask StopAsync() => _desk?.DisposeAsync() ?? default;

    [Test]
    public async Task Two_users_connect_on_the_way_and_triage_each_by_their_own_accounts()
    {
        var mia = await SignInAsync(Mia);
        var joe = await SignInAsync(Joe);
        await ConsentAsync(mia, Mia);
        await ConsentAsync(joe, Joe);

        await mia.GetByRole(AriaRole.Link, new() { Name = Subject }).ClickAsync();
        var ticket = mia.Url;
        await mia.GetByRole(AriaRole.Link, new() { Name = "Connect Azure OpenAI first" }).ClickAsync();
        await mia.Button("Connect Azure OpenAI").ClickAsync();
        await ConsentAsync(mia, Mia);
        Assert.That(mia.Url, Is.EqualTo(ticket), "she is back where she was");
        await mia.Button("Triage").ClickAsync();

        await Assertions.Expect(mia.GetByRole(AriaRole.Status)).ToContainTextAsync("Triaged");
        await joe.GotoAsync(ticket);
        await Assertions.Expect(joe.GetByRole(AriaRole.Link, new() { Name = "Connect Azure OpenAI first" })).ToBeVisibleAsync();
        await joe.GetByRole(AriaRole.Link, new() { Name = "Connections" }).ClickAsync();
        await Assertions.Expect(joe.State("Azure OpenAI")).ToHaveTextAsync("Not connected");
        await Assertions.Expect(joe.State("Zendesk")).ToHaveTextAsync($"Connected as {Joe}");
    }

    [Test]
    public async Task Connections_and_sign_ins_outlive_a_restart()
    {
        var mia = await SignInAsync(Mia);
        await ConsentAsync(mia, Mia);

        await RestartAsync();
        await mia.ReloadAsync();

        await Assertions.Expect(mia.GetByRole(AriaRole.Heading, new() { Name = "Open tickets" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task Who_denies_sees_no_ticket_and_may_think_again()
    {
        var mia = await SignInAsync(Mia);
        await mia.GetByRole(AriaRole.Link, new() { Name = Mia }).ClickAsync();
        await mia.Button("Deny").ClickAsync();

        await Assertions.Expect(mia.GetByRole(AriaRole.Alert)).ToContainTextAsync("nothing was connected");
        await mia.Button("Connect Zendesk").ClickAsync();
        await ConsentAsync(mia, Mia);

        await Assertions.Expect(mia.State("Zendesk")).ToHaveTextAsync($"Connected as {Mia}");
    }

    [Test]
    public async Task Everybody_can_use_each_page()
    {
        var page = await NewUserAsync();
        await page.GotoAsync(_desk!.Address.AbsoluteUri);
        await CheckAsync(page, "sample-sign-in", page.Button("Sign in"));
        await FillAsync(page, Mia, "wrong");
        await CheckAsync(page, "sample-sign-in-failed", page.GetByRole(AriaRole.Alert));
        await FillAsync(page, Mia, "demo");
        await CheckAsync(page, "sample-accounts", page.GetByRole(AriaRole.Link, new() { Name = Mia }));
        await page.GetByRole(AriaRole.Link, new() { Name = Mia }).ClickAsync();
        await CheckAsync(page, "sample-consent", page.Button("Allow"));
        await page.Button("Allow").ClickAsync();
        await CheckAsync(page, "sample-tickets", page.GetByRole(AriaRole.Heading, new() { Name = "Open tickets" }));
        await page.GetByRole(AriaRole.Link, new() { Name = Subject }).ClickAsync();
        await CheckAsync(page, "sample-ticket", page.GetByRole(AriaRole.Link, new() { Name = "Connect Azure OpenAI first" }));
        await page.GetByRole(AriaRole.Link, new() { Name = "Connect Azure OpenAI first" }).ClickAsync();
        await CheckAsync(page, "sample-connection", page.Button("Connect Azure OpenAI"));
        await page.Button("Connect Azure OpenAI").ClickAsync();
        await ConsentAsync(page, Mia);
        await page.Button("Triage").ClickAsync();
        await CheckAsync(page, "sample-triaged", page.GetByRole(AriaRole.Status));
        await page.GetByRole(AriaRole.Link, new() { Name = "Connections" }).ClickAsync();
        await CheckAsync(page, "sample-connections", page.GetByRole(AriaRole.Heading, new() { Name = "Your connections" }));
    }

    private static async Task ConsentAsync(IPage page, string account)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = account }).ClickAsync();
        await page.Button("Allow").ClickAsync();
    }

    private static async Task FillAsync(IPage page, string email, string password)
    {
        await page.GetByLabel("Email").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.Button("Sign in").ClickAsync();
    }

    // The first page that is shown needs Zendesk, and so leads to its consent.
    private async Task<IPage> SignInAsync(string email)
    {
        var page = await NewUserAsync();
        await page.GotoAsync(_desk!.Address.AbsoluteUri);
        await FillAsync(page, email, "demo");
        return page;
    }

    private async Task RestartAsync()
    {
        var port = _desk!.Address.Port;
        await _desk.DisposeAsync();
        await StartAsync(port);
    }

    private async Task StartAsync(int port) =>
        _desk = await SupportDesk.StartAsync(["--urls", $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", "--data", DataDirectory]);
}
