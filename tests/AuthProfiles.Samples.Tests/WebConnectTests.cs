using System.Net;
using WebConnect;

namespace AuthProfiles.Samples.Tests;

/// <summary>The web sample, walked without a browser: its own pages, the provider's, and what is left after a restart.</summary>
[TestFixture]
[CancelAfter(120_000)]
public sealed class WebConnectTests
{
    private const string Account = "acme-help";

    private string _directory = null!;

    [SetUp]
    public void MakeDirectory() => _directory = Directory.CreateTempSubdirectory("authprofiles-").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(_directory, recursive: true);

    [Test]
    public async Task A_user_connects_triages_stays_connected_over_a_restart_and_disconnects()
    {
        await using (var desk = await StartAsync())
        {
            using var mia = new Walker();
            await SignInAsync(mia, desk, "mia");
            Assert.That(mia.Heading, Is.EqualTo("Sign in"), "there are no tickets without a connection: the provider asks who it is");
            Assert.That(mia.Address.Authority, Is.EqualTo(desk.LocalServices!.ZendeskAddress.Authority));

            await ConsentAsync(mia, "mia", "Allow");
            Assert.That(mia.Address, Is.EqualTo(new Uri(desk.Address, "tickets")), "back to the page that was asked for");
            await mia.FollowAsync("The checkout page is down");
            await mia.FollowAsync("Connect Azure OpenAI first");
            await mia.PressAsync("Connect");
            await ConsentAsync(mia, "mia", "Allow");
            await mia.PressAsync("Triage");

            Assert.That(mia.Notice, Does.StartWith("Triaged: the priority is urgent."));
            var ticket = desk.LocalServices.Zendesk.Account(Account).Tickets[1];
            Assert.That(ticket.Tags, Is.SupersetOf(new[] { "triaged", "priority_urgent", "checkout" }));
            Assert.That(ticket.Comments[^1].IsPublic, Is.False);
            Assert.That(ticket.Comments[^1].Body, Does.StartWith("Triage: priority urgent\n"));
        }

        await using (var desk = await StartAsync())
        {
            using var mia = new Walker();
            await SignInAsync(mia, desk, "mia");
            Assert.That(mia.Heading, Is.EqualTo("Open tickets"), "nobody is asked again");
            await mia.FollowAsync("Charged twice in October");
            await mia.PressAsync("Triage");
            Assert.That(mia.Notice, Does.StartWith("Triaged: the priority is high."));
            Assert.That(desk.LocalServices!.AuthorizationServer.CountTokenRequests("refresh_token"), Is.EqualTo(2), "what was kept was renewed");

            await mia.FollowAsync("Connections");
            Assert.That(System.Net.WebUtility.HtmlDecode(mia.Page), Does.Contain("Connected as mia@acme.example").And.Contain("your organisation’s own").And.Contain("this application’s"));
            await mia.PressAsync("Disconnect", "zendesk");
            Assert.That(mia.Page, Does.Contain("Not connected"));
            await mia.GoAsync(new(desk.Address, "tickets"));
            Assert.That(mia.Heading, Is.EqualTo("Sign in"), "the provider asks again");
        }
    }

    [Test]
    public async Task Two_users_have_their_own_connections()
    {
        await using var desk = await StartAsync();
        using var mia = new Walker();
        using var joe = new Walker();
        await SignInAsync(mia, desk, "mia");
        await ConsentAsync(mia, "mia", "Allow");

        await SignInAsync(joe, desk, "joe");
        Assert.That(joe.Heading, Is.EqualTo("Sign in"), "what Mia has connected is nothing of Joe's");
        await ConsentAsync(joe, "joe", "Allow");
        await joe.FollowAsync("Connections");

        Assert.That(joe.Page, Does.Contain("Connected as joe@acme.example").And.Not.Contain("mia@"));
    }

    [Test]
    public async Task Who_denies_is_told_that_nothing_was_connected_and_can_begin_again()
    {
        await using var desk = await StartAsync();
        using var mia = new Walker();
        await SignInAsync(mia, desk, "mia");

        await ConsentAsync(mia, "mia", "Deny");

        Assert.That(mia.Address.Authority, Is.EqualTo(desk.Address.Authority));
        Assert.That(mia.Notice, Does.Contain("nothing was connected"));
        await mia.PressAsync("Connect");
        await ConsentAsync(mia, "mia", "Allow");
        Assert.That(desk.LocalServices!.AuthorizationServer.Issued, Is.EqualTo(1));
    }

    [Test]
    public async Task The_login_shows_who_asks_and_for_what_and_every_page_is_held_to_itself()
    {
        await using var desk = await StartAsync();
        using var mia = new Walker();
        await SignInAsync(mia, desk, "mia");
        await mia.FollowAsync("mia@acme.example");

        Assert.That(mia.Heading, Is.EqualTo("Allow acme_support_desk to use your account?"));
        Assert.That(mia.Page, Does.Contain("<li>read</li>").And.Contain("<li>write</li>").And.Contain("signed in as <strong>mia@acme.example</strong>").And.Contain(desk.Address.Authority).And.Not.Contain("<script"));
        Assert.That((mia.Headers["Referrer-Policy"], mia.Headers["X-Frame-Options"]), Is.EqualTo(("no-referrer", "DENY")));
        await mia.GoAsync(new(mia.Address.AbsoluteUri.Replace("acme_support_desk", "%3Cscript%3E", StringComparison.Ordinal)));
        Assert.That((mia.Status, mia.Heading), Is.EqualTo((HttpStatusCode.BadRequest, "This can't be answered")));
        Assert.That(mia.Page, Does.Not.Contain("<script"));
    }

    [Test]
    public async Task What_customers_write_is_text_on_the_page()
    {
        await using var desk = await StartAsync();
        desk.LocalServices!.Zendesk.Account(Account).Tickets.Add("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>");
        using var mia = new Walker();
        await SignInAsync(mia, desk, "mia");
        await ConsentAsync(mia, "mia", "Allow");
        Assert.That(mia.Page, Does.Contain("&lt;script&gt;").And.Not.Contain("<script"));
        await mia.GoAsync(new(desk.Address, "tickets/9"));
        Assert.That(mia.Page, Does.Contain("&lt;img").And.Not.Contain("<img"));
    }

    [TestCase("mia@acme.example", "wrong")]
    [TestCase("nobody@acme.example", "demo")]
    [TestCase("", "")]
    public async Task Nobody_gets_in_with_a_wrong_password(string email, string password)
    {
        await using var desk = await StartAsync();
        using var stranger = new Walker();
        await stranger.GoAsync(new(desk.Address, "tickets"));

        await stranger.PressAsync("Sign in", null, ("email", email), ("password", password));

        Assert.That((stranger.Status, stranger.Notice), Is.EqualTo((HttpStatusCode.BadRequest, "The email or the password is wrong.")));
        Assert.That(desk.LocalServices!.Zendesk.RequestCount, Is.Zero);
    }

    [TestCase("//evil.example")]
    [TestCase("https://evil.example/")]
    [TestCase("/\\evil.example")]
    public async Task Who_signs_in_is_led_to_no_foreign_page(string returnUrl)
    {
        await using var desk = await StartAsync();
        using var mia = new Walker();
        await mia.GoAsync(new(desk.Address, "sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl)));

        await mia.PressAsync("Sign in", null, ("email", "mia@acme.example"), ("password", "demo"));

        Assert.That(mia.Address.Authority, Is.EqualTo(desk.LocalServices!.ZendeskAddress.Authority), "to the tickets, and from there to the consent");
    }

    [Test]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var desk = await StartAsync();
        using var mia = new Walker();
        await SignInAsync(mia, desk, "mia");
        await ConsentAsync(mia, "mia", "Allow");
        using var bare = new HttpClient();

        using var answer = await bare.PostAsync(new Uri(desk.Address, "sign-in"), new FormUrlEncodedContent([new("email", "mia@acme.example"), new("password", "demo")]));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
    }

    [Test]
    public async Task A_second_run_in_the_same_directory_is_told_why_it_can_not_start()
    {
        await using var desk = await StartAsync();

        var error = await Assert.ThrowsAsync<IOException>(async () => await StartAsync());

        Assert.That(error!.Message, Does.Contain("end the other run"));
    }

    [TestCase("--urls", "http://192.168.0.1:80", "address of this machine alone")]
    [TestCase("--urls", "nonsense", "address of this machine alone")]
    [TestCase("--data", "/dev/null/x", "set --data")]
    public async Task A_wrong_setting_is_one_sentence(string option, string value, string expected)
    {
        var error = await Assert.CatchAsync<Exception>(async () => await SupportDesk.StartAsync([option, value]));

        Assert.That(error!.Message, Does.Contain(expected).And.Not.Contain("\n"));
    }

    private static async Task SignInAsync(Walker walker, SupportDesk desk, string user)
    {
        await walker.GoAsync(desk.Address);
        await walker.PressAsync("Sign in", null, ("email", $"{user}@acme.example"), ("password", "demo"));
    }

    private static async Task ConsentAsync(Walker walker, string user, string decision)
    {
        await walker.FollowAsync($"{user}@acme.example");
        await walker.PressAsync(decision);
    }

    private Task<SupportDesk> StartAsync() => SupportDesk.StartAsync(["--urls", "http://127.0.0.1:0", "--data", _directory]);
}
