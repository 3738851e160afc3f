using System.Net;
using System.Net.Sockets;
using System.Text;
using AuthProfiles.Consent;

namespace AuthProfiles.Tests.Consent;

[TestFixture]
[CancelAfter(60_000)]
public sealed class BrowserLogInTests
{
    private static readonly HttpClient Browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    [OneTimeTearDown]
    public void Close() => Browser.Dispose();

    [TestCase(null, "^http://127\\.0\\.0\\.1:[0-9]+/callback$")]
    [TestCase("http://127.0.0.1/", "^http://127\\.0\\.0\\.1:[0-9]+/$")]
    [TestCase("http://127.0.0.1/done", "^http://127\\.0\\.0\\.1:[0-9]+/done$")]
    [TestCase("http://localhost", "^http://localhost:[0-9]+$")]
    [TestCase("http://localhost/done", "^http://localhost:[0-9]+/done$")]
    public async Task A_browser_comes_back_to_loopback_on_any_port(string? registered, string redirectUri)
    {
        await using var calendar = new CalendarTest(o => o.RedirectUri = registered);
        var page = string.Empty;

        var completed = await calendar.Connections.LogInAsync("calendar", user: "mia", options: new()
        {
            OpenBrowser = async (address, token) => page = await ComeBackAsync(address, "code=the-code", token),
        });

        Assert.That(completed.Connection.Key.User, Is.EqualTo("mia"));
        Assert.That(CalendarTest.Parameters(calendar.TokenRequests.Single().Body!)["redirect_uri"], Does.Match(redirectUri));
        Assert.That(page, Does.StartWith("200").And.Contain("You can close this page").And.Contain("no-referrer").And.Contain("no-store").And.Contain("default-src 'none'"));
        Assert.That(page, Does.Not.Contain("the-code"));
    }

    [TestCase("")]
    [TestCase("/")]
    [TestCase("/zurück")]
    public async Task An_address_that_is_registered_with_its_port_goes_out_as_it_is(string path)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        await using var calendar = new CalendarTest(o => o.RedirectUri = $"http://127.0.0.1:{port}{path}");

        await calendar.Connections.LogInAsync("calendar", options: new() { OpenBrowser = static async (address, token) => await ComeBackAsync(address, "code=the-code", token) });

        Assert.That(CalendarTest.Parameters(calendar.TokenRequests.Single().Body!)["redirect_uri"], Is.EqualTo($"http://127.0.0.1:{port}{path}"));
    }

    [Test]
    public async Task What_else_comes_by_is_answered_alike_and_passed_over()
    {
        await using var calendar = new CalendarTest(static o => o.RedirectUri = null);
        var pages = new List<string>();

        await calendar.Connections.LogInAsync("calendar", user: "mia", options: new()
        {
            OpenBrowser = async (address, token) =>
            {
                var parameters = CalendarTest.Parameters(address.AbsoluteUri);
                var (link, state) = (new Uri(parameters["redirect_uri"]), parameters["state"]);
                var good = $"{link.AbsolutePath}?code=evil&state={state}";
                foreach (var request in new[]
                {
                    $"GET /favicon.ico HTTP/1.1\r\nHost: {link.Authority}\r\n\r\n",
                    $"GET {link.AbsolutePath}?code=evil&state=<script>alert(1)</script> HTTP/1.1\r\nHost: {link.Authority}\r\n\r\n",
                    $"GET {link.AbsolutePath}?code=evil HTTP/1.1\r\nHost: {link.Authority}\r\n\r\n",
                    $"GET {link.AbsolutePath}?code=evil&code=evil&state={state} HTTP/1.1\r\nHost: {link.Authority}\r\n\r\n",
                    $"GET {good} HTTP/1.1\r\nHost: evil.example:{link.Port}\r\n\r\n",
                    $"GET {good} HTTP/1.1\r\n\r\n",
                    $"GET {good} HTTP/1.1\r\nHost: {link.Authority}\r\nHost: {link.Authority}\r\n\r\n",
                    $"POST {good} HTTP/1.1\r\nHost: {link.Authority}\r\n\r\n",
                    $"GET http://evil.example{good} HTTP/1.1\r\nHost: {link.Authority}\r\n\r\n",
                    $"GET {good} HTTP/2\r\nHost: {link.Authority}\r\n\r\n",
                    "\r\n\r\n",
                })
                {
                    pages.Add(await SendAsync(link, request, token));
                }

                await ComeBackAsync(address, "code=the-code", token);
            },
        });

        Assert.That(pages, Has.Count.EqualTo(11));
        Assert.That(pages.Distinct().ToArray(), Has.Length.EqualTo(1), "the same answer to everybody");
        Assert.That(pages[0], Does.StartWith("HTTP/1.1 404").And.Not.Contain("script").And.Not.Contain("evil"));
        Assert.That(CalendarTest.Parameters(calendar.TokenRequests.Single().Body!)["code"], Is.EqualTo("the-code"));
    }

    [Test]
    public async Task Connections_that_say_nothing_hold_nobody_up()
    {
        await using var calendar = new CalendarTest(static o => o.RedirectUri = null);
        var silent = new List<TcpClient>();

        await calendar.Connections.LogInAsync("calendar", user: "mia", options: new()
        {
            OpenBrowser = async (address, token) =>
            {
                var link = new Uri(CalendarTest.Parameters(address.AbsoluteUri)["redirect_uri"]);
                for (var i = 0; i < 8; i++)
                {
                    var client = new TcpClient();
                    silent.Add(client);
                    await client.ConnectAsync(link.Host, link.Port, token);
                }

                await ComeBackAsync(address, "code=the-code", token);
            },
        });

        Assert.That(calendar.TokenRequests, Has.Count.EqualTo(1));
        silent.ForEach(static client => client.Dispose());
    }

    [Test]
    public async Task A_request_without_an_end_is_given_up()
    {
        await using var calendar = new CalendarTest(static o => o.RedirectUri = null);
        var page = "x";

        await calendar.Connections.LogInAsync("calendar", user: "mia", options: new()
        {
            OpenBrowser = async (address, token) =>
            {
                var link = new Uri(CalendarTest.Parameters(address.AbsoluteUri)["redirect_uri"]);
                page = await SendAsync(link, $"GET /callback?{new string('x', 32 * 1024)}", token);
                await ComeBackAsync(address, "code=the-code", token);
            },
        });

        Assert.That(page, Is.Empty.Or.StartsWith("HTTP/1.1 404"));
        Assert.That(calendar.TokenRequests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_refusal_ends_the_wait()
    {
        await using var calendar = new CalendarTest(static o => o.RedirectUri = null);

        var refused = await Assert.CatchAsync<AuthorizationRequiredException>(() => calendar.Connections.LogInAsync("calendar", user: "mia", options: new()
        {
            OpenBrowser = static async (address, token) => await ComeBackAsync(address, "error=access_denied", token),
        }));

        Assert.That(refused!.ErrorCode, Is.EqualTo("access_denied"));
    }

    [Test]
    public async Task Who_never_comes_back_is_waited_for_ten_minutes()
    {
        await using var calendar = new CalendarTest(static o => o.RedirectUri = null);

        var waiting = calendar.Connections.LogInAsync("calendar", user: "mia", options: new() { OpenBrowser = static (_, _) => Task.CompletedTask });
        calendar.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.That(waiting.IsCompleted, Is.False);
        calendar.Time.Advance(TimeSpan.FromTicks(1));

        var refused = await Assert.CatchAsync<AuthorizationRequiredException>(() => waiting);
        Assert.That(refused!.Message, Does.Contain("00:10:00"));
        Assert.That(refused.CanConsent, Is.True);
    }

    [Test]
    public async Task The_caller_can_end_the_wait()
    {
        await using var calendar = new CalendarTest(static o => o.RedirectUri = null);
        using var leaving = new CancellationTokenSource();
        Uri? link = null;

        var waiting = calendar.Connections.LogInAsync("calendar", user: "mia", cancellationToken: leaving.Token, options: new()
        {
            OpenBrowser = (address, _) =>
            {
                link = new(CalendarTest.Parameters(address.AbsoluteUri)["redirect_uri"]);
                return Task.CompletedTask;
            },
        });
        await leaving.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(() => waiting);
        using var client = new TcpClient();
        await Assert.CatchAsync<SocketException>(() => client.ConnectAsync(link!.Host, link.Port));
    }

    [Test]
    public async Task A_browser_that_does_not_open_ends_the_wait_with_the_delegates_own_error()
    {
        await using var calendar = new CalendarTest(static o => o.RedirectUri = null);

        await Assert.CatchAsync<InvalidOperationException>(() => calendar.Connections.LogInAsync("calendar", options: new() { OpenBrowser = static (_, _) => throw new InvalidOperationException("own") }));
    }

    [TestCase("https://app.example/callback")]
    [TestCase("com.example.app:/callback")]
    [TestCase("http://127.0.0.1/callback?from=calendar")]
    public async Task A_profile_that_comes_back_elsewhere_says_so(string registered)
    {
        await using var calendar = new CalendarTest(o => o.RedirectUri = registered);

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.LogInAsync("calendar"));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
        Assert.That(refused.Message, Does.Contain("AuthProfiles:Profiles:calendar:RedirectUri"));
    }

    [TestCase(0)]
    [TestCase(601)]
    public async Task The_time_has_a_range(int seconds)
    {
        await using var calendar = new CalendarTest();

        Assert.That(() => calendar.Connections.LogInAsync("calendar", options: new() { TimeLimit = TimeSpan.FromSeconds(seconds) }), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [TestCase("file:///etc/passwd")]
    [TestCase("javascript:alert(1)")]
    [TestCase("mailto:mia@example.com")]
    public void The_systems_browser_is_opened_at_web_pages_only(string address) =>
        Assert.That(SystemBrowser.TryOpen(new(address)), Is.False);

    [Test]
    public async Task A_port_that_another_program_has_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var calendar = new CalendarTest(o => o.RedirectUri = $"http://127.0.0.1:{port}/callback");

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.LogInAsync("calendar"));

        Assert.That(refused!.Message, Does.Contain($"127.0.0.1:{port}").And.Contain("AuthProfiles:Profiles:calendar:RedirectUri"));
    }

    private static async Task<string> ComeBackAsync(Uri address, string parameters, CancellationToken cancellationToken)
    {
        var asked = CalendarTest.Parameters(address.AbsoluteUri);
        using var response = await Browser.GetAsync(new Uri($"{asked["redirect_uri"]}?{parameters}&state={asked["state"]}"), cancellationToken);
        var headers = string.Join("\n", response.Headers.Select(static header => $"{header.Key}: {string.Join(",", header.Value)}"));
        return $"{(int)response.StatusCode}\n{headers}\n{await response.Content.ReadAsStringAsync(cancellationToken)}";
    }

    private static async Task<string> SendAsync(Uri link, string request, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(link.Host, link.Port, cancellationToken);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }
}
