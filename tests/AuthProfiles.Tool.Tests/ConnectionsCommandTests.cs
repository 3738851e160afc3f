using AuthProfiles.Tool.Tests.Support;

namespace AuthProfiles.Tool.Tests;

/// <summary><c>authprofiles connections</c> shows and ends what is kept.</summary>
[CancelAfter(60_000)]
public sealed class ConnectionsCommandTests
{
    private LocalProvider _provider = null!;
    private Shell _shell = null!;

    [SetUp]
    public async Task SetUp()
    {
        _provider = await LocalProvider.StartAsync();
        _shell = new() { Configure = _provider.Configure, OpenBrowser = LocalProvider.Visit };
        _shell.WriteProfiles(_provider.Profiles);
        foreach (var user in new[] { "mia", "ben" })
        {
            Assert.That((await _shell.RunAsync("login", "calendar", "--user", user, "--store", "store")).Code, Is.Zero);
        }
    }

    [TearDown]
    public async Task TearDown()
    {
        _shell.Dispose();
        await _provider.DisposeAsync();
    }

    [Test]
    public async Task The_list_has_all_in_order_and_no_secret()
    {
        var result = await _shell.RunAsync("connections", "list", "--store", "store");

        Assert.That(result.Code, Is.Zero, result.All);
        Assert.That(result.Lines, Has.Length.EqualTo(3));
        Assert.That(result.Lines[0], Does.StartWith("PROFILE   TENANT  USER  STATE"));
        Assert.That(result.Lines[1], Does.StartWith("calendar  -       ben   Active"));
        Assert.That(result.Lines[2], Does.StartWith("calendar  -       mia   Active"));
    }

    [Test]
    public async Task A_script_gets_the_list_as_an_array()
    {
        var result = await _shell.RunAsync("connections", "list", "--profile", "calendar", "--store", "store", "--json");
        var none = await _shell.RunAsync("connections", "list", "--profile", "orders", "--store", "store", "--json");

        Assert.That(result.Json.AsArray().Select(static one => (string?)one!["user"]), Is.EqualTo(new[] { "ben", "mia" }));
        Assert.That(result.Json[0]!.AsObject().Select(static member => member.Key), Is.EqualTo(new[] { "profile", "tenant", "user", "state", "fault", "app", "account", "consentEndsAt", "scope" }));
        Assert.That(none.Json.AsArray(), Is.Empty);
        Assert.That((none.Code, none.Error), Is.EqualTo((0, string.Empty)));
    }

    [Test]
    public async Task The_store_of_the_settings_is_the_default()
    {
        _shell.WriteProfiles(_provider.Profiles.Replace("\"KeyRing\":", "\"FileStore\": { \"Directory\": \"store\" }, \"KeyRing\":", StringComparison.Ordinal));

        Assert.That((await _shell.RunAsync("connections", "list")).Lines, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task A_revoked_connection_is_gone_here_and_at_the_provider()
    {
        var revoked = await _shell.RunAsync("connections", "revoke", "calendar", "--user", "mia", "--yes", "--store", "store");
        var again = await _shell.RunAsync("connections", "revoke", "calendar", "--user", "mia", "--yes", "--store", "store");

        Assert.That((revoked.Code, revoked.Output.TrimEnd()), Is.EqualTo((0, "calendar, user mia: disconnected.")));
        Assert.That((again.Code, again.Output.TrimEnd()), Is.EqualTo((1, "calendar, user mia: no connection is stored.")));
        Assert.That(_provider.Server.Requests.Count(static request => request.Uri.AbsolutePath.Contains("revo", StringComparison.Ordinal)), Is.GreaterThan(0));
        Assert.That((await _shell.RunAsync("connections", "list", "--store", "store")).Lines, Has.Length.EqualTo(2));
    }

    [TestCase("y", 0, 1)]
    [TestCase("n", 1, 2)]
    [TestCase("", 1, 2)]
    public async Task Whoever_sits_there_is_asked(string answer, int code, int left)
    {
        _shell.Answer = answer;

        var result = await _shell.RunAsync("connections", "revoke", "calendar", "--user", "mia", "--store", "store");

        Assert.That(result.Code, Is.EqualTo(code));
        Assert.That(result.Error, Does.Contain("Revoke the connection calendar, user mia?"));
        Assert.That((await _shell.RunAsync("connections", "list", "--store", "store", "--json")).Json.AsArray(), Has.Count.EqualTo(left));
    }

    [Test]
    public async Task Where_nobody_sits_nothing_is_revoked_without_yes()
    {
        var result = await _shell.RunAsync("connections", "revoke", "calendar", "--user", "mia", "--store", "store");
        var script = await _shell.RunAsync("connections", "revoke", "calendar", "--user", "mia", "--store", "store", "--yes", "--json");

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("--yes"));
        Assert.That((bool)script.Json["revoked"]!, Is.True);
    }

    [Test]
    public async Task A_directory_that_is_not_there_is_not_made()
    {
        var result = await _shell.RunAsync("connections", "list", "--store", "stoer");

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(Directory.Exists(Path.Combine(_shell.Folder, "stoer")), Is.False);
    }

    [Test]
    public async Task A_profile_that_is_wrong_hides_no_other()
    {
        _shell.WriteProfiles(_provider.Profiles.Replace("\"Profiles\": {", "\"Profiles\": { \"a\": { \"Type\": \"ApiKye\" },", StringComparison.Ordinal));

        var result = await _shell.RunAsync("connections", "list", "--store", "store");

        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Lines, Has.Length.EqualTo(3));
        Assert.That(result.Error, Does.Contain("The connections of 'a' are not listed.").And.Contain("ApiKey"));
    }

    [Test]
    public async Task A_connection_that_another_key_sealed_is_listed_as_unreadable()
    {
        _shell.WriteProfiles(_provider.Profiles.Replace("AAAA=", "AAAE=", StringComparison.Ordinal));

        var result = await _shell.RunAsync("connections", "list", "--store", "store", "--json");

        Assert.That(result.Code, Is.Zero, result.All);
        Assert.That(result.Json.AsArray().Select(static one => (string?)one!["fault"]), Has.All.Not.Null);
    }
}
