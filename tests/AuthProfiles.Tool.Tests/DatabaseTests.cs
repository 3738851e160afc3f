using AuthProfiles.Relational.Tests.Infrastructure;
using AuthProfiles.Tool.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tool.Tests;

/// <summary>The tool works on PostgreSQL as on files: named on the line, in the settings, or by an environment variable.</summary>
[CancelAfter(120_000)]
public sealed class DatabaseTests
{
    private PostgresServer? _server;

    [OneTimeSetUp]
    public async Task Start()
    {
        if (PostgresServer.Binaries is null)
        {
            Assert.Ignore(PostgresServer.NotInstalled);
        }

        _server = await PostgresServer.StartNewAsync();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Test]
    public async Task A_login_is_found_and_revoked_whichever_way_the_database_is_named()
    {
        await using var provider = await LocalProvider.StartAsync();

        // A clock that moves by itself would end the store's patience.
        using var shell = new Shell { Configure = services => services.AddSingleton<TimeProvider>(provider.Clock), OpenBrowser = LocalProvider.Visit };
        shell.Write("appsettings.json", $$"""{ "AuthProfiles": {{provider.Profiles}}, "ConnectionStrings": { "Default": "{{_server!.ConnectionString}}" } }""");

        var login = await shell.RunAsync("login", "calendar", "--user", "mia", "--database", "Default");
        Assert.That(login.Code, Is.Zero, login.All);
        Assert.That(login.Error, Does.EndWith("Kept in the database."));

        var list = await shell.RunAsync("connections", "list", "--database", _server.ConnectionString, "--json");
        Assert.That(list.Json.AsArray().Select(static one => (string?)one!["user"]), Is.EqualTo(new[] { "mia" }), list.All);

        shell.Variables["AUTHPROFILES_DATABASE"] = _server.ConnectionString;
        var revoke = await shell.RunAsync("connections", "revoke", "calendar", "--user", "mia", "--yes");
        Assert.That(revoke.Code, Is.Zero, revoke.All);
        Assert.That((await shell.RunAsync("connections", "list", "--json")).Json.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_database_that_does_not_answer_is_a_failure_of_the_store()
    {
        using var shell = new Shell();
        shell.Variables["AUTHPROFILES_DATABASE"] = "Host=127.0.0.1;Port=1;Username=nobody;Password=s3cr3t";
        shell.WriteProfiles($$"""{ "Profiles": { "a": { "Type": "ApiKey", "BaseUrl": "https://a.example/", "Key": "k" } }, "KeyRing": { "Keys": { "k": "{{Convert.ToBase64String(new byte[32])}}" } } }""");

        var result = await shell.RunAsync("connections", "list", "--json");

        Assert.That((result.Code, (string?)result.Json["error"]!["kind"]), Is.EqualTo((1, "StoreFailure")), result.All);
        Assert.That(result.All, Does.Not.Contain("s3cr3t"));
    }
}
