using System.Text.RegularExpressions;
using AuthProfiles.Tool.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tool.Tests;

/// <summary><c>authprofiles login</c> keeps a consent where the application finds it.</summary>
[CancelAfter(60_000)]
public sealed partial class LogInCommandTests
{
    private LocalProvider _provider = null!;
    private Shell _shell = null!;

    [SetUp]
    public async Task SetUp()
    {
        _provider = await LocalProvider.StartAsync();
        _shell = new() { Configure = _provider.Configure, OpenBrowser = LocalProvider.Visit };
        _shell.WriteProfiles(_provider.Profiles);
    }

    [TearDown]
    public async Task TearDown()
    {
        _shell.Dispose();
        await _provider.DisposeAsync();
    }

    [Test]
    public async Task The_application_finds_what_was_consented_to_in_a_browser()
    {
        var result = await _shell.RunAsync("login", "calendar", "--user", "mia", "--store", "store");

        Assert.That(result.Code, Is.Zero, result.All);
        Assert.That(result.Lines, Has.Length.EqualTo(1).And.All.StartsWith("calendar, user mia (Active)"));
        Assert.That(result.Error, Does.Contain("is new").And.Contain("A browser opens."));
        Assert.That(await AskAsync("mia"), Does.Contain("mia@example.com"));
        Assert.That(async () => await AskAsync("ben"), Throws.TypeOf<AuthorizationRequiredException>());
    }

    [Test]
    public async Task The_developers_own_connection_needs_no_user()
    {
        var result = await _shell.RunAsync("login", "calendar", "--store", "store");

        Assert.That(result.Code, Is.Zero, result.All);
        Assert.That(await AskAsync(user: null), Does.Contain("mia@example.com"));
    }

    [Test]
    public async Task Without_a_browser_the_address_is_shown_and_serves()
    {
        _shell.OpenBrowser = static _ => throw new InvalidOperationException("No browser is to be opened.");
        _shell.OnTold = static line => VisitShown(line);

        var result = await _shell.RunAsync("login", "calendar", "--user", "mia", "--store", "store", "--no-browser", "--json");

        Assert.That(result.Code, Is.Zero, result.All);
        Assert.That((string?)result.Json["user"], Is.EqualTo("mia"));
        Assert.That((string?)result.Json["state"], Is.EqualTo("Active"));
        Assert.That(result.Error, Does.StartWith("Open this in a browser on this machine: "));
        Assert.That(await AskAsync("mia"), Does.Contain("mia@example.com"));
    }

    [Test]
    public async Task A_browser_that_can_not_be_opened_is_no_end()
    {
        _shell.OpenBrowser = static _ => false;
        _shell.OnTold = static line => VisitShown(line);

        Assert.That((await _shell.RunAsync("login", "calendar", "--store", "store")).Code, Is.Zero);
    }

    [Test]
    public async Task The_application_finds_what_was_consented_to_on_a_device()
    {
        _shell.OpenBrowser = static _ => throw new InvalidOperationException("No browser is to be opened.");
        _shell.OnTold = line =>
        {
            if (DeviceCode().Match(line) is { Success: true } code)
            {
                _provider.Server.ApproveDevice(code.Groups["code"].Value);
            }
        };

        var result = await _shell.RunAsync("login", "calendar", "--user", "mia", "--device", "--store", "store");

        Assert.That(result.Code, Is.Zero, result.All);
        Assert.That(result.Output, Does.StartWith("calendar, user mia (Active)"));
        Assert.That(await AskAsync("mia"), Does.Contain("mia@example.com"), "the profile is one for browsers: its connection is the same");
    }

    [Test]
    public async Task Who_refuses_is_told_apart_from_a_failure()
    {
        _provider.Server.Deny();

        var result = await _shell.RunAsync("login", "calendar", "--store", "store", "--json");

        Assert.That(result.Code, Is.EqualTo(3), result.All);
        Assert.That((string?)result.Json["error"]!["kind"], Is.EqualTo("AuthorizationRequired"));
    }

    [Test]
    public async Task Who_does_not_come_back_in_time_has_not_consented()
    {
        _shell.OpenBrowser = _ =>
        {
            _provider.Clock.Advance(TimeSpan.FromSeconds(31));
            return true;
        };

        var result = await _shell.RunAsync("login", "calendar", "--store", "store", "--timeout", "30");

        Assert.That(result.Code, Is.EqualTo(3), result.All);
        Assert.That(result.Error, Does.Contain("00:00:30"));
        Assert.That(result.Output, Is.Empty);
    }

    [Test]
    public async Task Ctrl_C_stops_the_wait()
    {
        using var stop = new CancellationTokenSource();
        _shell.OpenBrowser = _ =>
        {
            stop.Cancel();
            return true;
        };

        var result = await _shell.RunAsync(stop.Token, "login", "calendar", "--store", "store", "--json");

        Assert.That(result.Code, Is.EqualTo(130), result.All);
        Assert.That((string?)result.Json["error"]!["kind"], Is.EqualTo("Stopped"));
    }

    [Test]
    public async Task Without_a_store_nothing_is_begun()
    {
        _shell.OpenBrowser = static _ => throw new InvalidOperationException("No browser is to be opened.");

        var result = await _shell.RunAsync("login", "calendar");

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("would be lost").And.Contain("--store").And.Contain("AuthProfiles:FileStore:Directory").And.Contain("--database"));
    }

    [Test]
    public async Task Without_a_key_nothing_is_begun()
    {
        _shell.WriteProfiles(_provider.Profiles.Replace("KeyRing", "Unused", StringComparison.Ordinal));

        var result = await _shell.RunAsync("login", "calendar", "--store", "store");

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("AuthProfiles:KeyRing:Keys:{id}"));
        Assert.That(Directory.Exists(Path.Combine(_shell.Folder, "store")), Is.False);
    }

    [Test]
    public async Task Values_come_from_the_line_or_from_a_variable()
    {
        _shell.WriteProfiles(_provider.Profiles.Replace(
            "\"Type\": \"AuthorizationCode\"",
            "\"Type\": \"AuthorizationCode\", \"AdditionalFields\": [ { \"Key\": \"team\" }, { \"Key\": \"pin\", \"Secret\": true } ]",
            StringComparison.Ordinal));
        _shell.Variables["PIN"] = "p1n-s3cr3t";

        var result = await _shell.RunAsync("login", "calendar", "--store", "store", "--input", "team=blue", "--input", "pin=env:PIN");

        Assert.That(result.Code, Is.Zero, result.All);
        Assert.That(result.All, Does.Not.Contain("p1n-s3cr3t"));
        Assert.That((await _shell.RunAsync("login", "calendar", "--store", "store", "--input", "pin=env:NONE")).Code, Is.EqualTo(2));
        Assert.That((await _shell.RunAsync("login", "calendar", "--store", "store", "--input", "p1n-s3cr3t")).Error, Does.Contain("KEY=VALUE").And.Not.Contain("p1n-s3cr3t"));
        Assert.That((await _shell.RunAsync("login", "calendar", "--store", "store", "--input", "tean=blue")).Code, Is.EqualTo(2));
    }

    [TestCase("orders", "--device", ExpectedResult = 2)]
    [TestCase("orders", "--no-browser", ExpectedResult = 2)]
    [TestCase("calendar", "--timeout=0", ExpectedResult = 2)]
    [TestCase("calendar", "--timeout=601", ExpectedResult = 2)]
    [TestCase("calendar", "--timeout=x", ExpectedResult = 2)]
    public async Task<int> What_asks_for_no_consent_is_refused(string profile, string option) => (await _shell.RunAsync("login", profile, "--store", "store", option)).Code;

    // The application: the same settings, the same store, a container of its own.
    private async Task<string> AskAsync(string? user)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddJsonFile(Path.Combine(_shell.Folder, "appsettings.json")).Build());
        services.AddAuthProfiles().PersistConnectionsToFileSystem(Path.Combine(_shell.Folder, "store")).ProtectConnectionsWithKeyRing();
        services.AddHttpClient("calendar").AddAuthorizationProfile("calendar");
        _provider.Configure(services);
        await using var application = services.BuildServiceProvider();
        using var http = application.GetRequiredService<IHttpClientFactory>().CreateClient("calendar");
        return await http.For(user: user).GetStringAsync(new Uri("me", UriKind.Relative));
    }

    private static void VisitShown(string line)
    {
        if (ShownAddress().Match(line) is { Success: true } shown)
        {
            LocalProvider.Visit(new(shown.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"^Open this in a browser on this machine: (?<address>http\S+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ShownAddress();

    [GeneratedRegex(@"and enter (?<code>[^. ]+)\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DeviceCode();
}
