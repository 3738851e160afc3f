using AuthProfiles.Tool.Tests.Support;

namespace AuthProfiles.Tool.Tests;

/// <summary><c>authprofiles test</c> says what IAuthorizationTester says.</summary>
[CancelAfter(60_000)]
public sealed class TestCommandTests
{
    private LocalProvider _provider = null!;
    private Shell _shell = null!;

    [SetUp]
    public async Task SetUp()
    {
        _provider = await LocalProvider.StartAsync();
        _shell = new() { Configure = _provider.Configure };
        _shell.WriteProfiles(_provider.Profiles);
    }

    [TearDown]
    public async Task TearDown()
    {
        _shell.Dispose();
        await _provider.DisposeAsync();
    }

    [Test]
    public async Task A_profile_that_works_succeeds()
    {
        var result = await _shell.RunAsync("test", "orders");

        Assert.That(result.Code, Is.Zero, result.All);
        Assert.That(result.Lines, Is.EqualTo(new[] { $"orders: succeeded. GET {_provider.Address}me answered 200." }));
        Assert.That(result.Error, Does.StartWith("Settings: appsettings.json, environment variables.\nTesting orders"));
    }

    [Test]
    public async Task A_refused_client_fails_with_its_cure()
    {
        var result = await _shell.RunAsync("test", "orders", "--tenant", "acme");

        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Output, Does.StartWith($"orders for acme: failed at Authorization. POST {_provider.Address}token answered 401 invalid_client.").And.Contain("AuthProfiles:Profiles:orders:Connections:acme:ClientSecret"));
    }

    [Test]
    public async Task The_exchange_is_shown_where_it_is_wanted_without_its_secrets()
    {
        var shown = await _shell.RunAsync("test", "orders", "--verbose");

        Assert.That(shown.Output, Does.Contain("Authorization: [redacted]").And.Contain("\"login\":\"app\""));
        Assert.That((await _shell.RunAsync("test", "orders")).Output, Does.Not.Contain("[redacted]"));
    }

    [Test]
    public async Task A_script_gets_all_of_it_as_one_object()
    {
        var good = await _shell.RunAsync("test", "orders", "--json", "--verbose");
        var bad = await _shell.RunAsync("test", "orders", "-t", "acme", "--json");

        Assert.That(good.Code, Is.Zero);
        Assert.That(good.Error, Is.Empty);
        Assert.That((string?)good.Json["profile"], Is.EqualTo("orders"));
        Assert.That(good.Json["tenant"], Is.Null);
        Assert.That((bool)good.Json["succeeded"]!, Is.True);
        Assert.That((string?)good.Json["stage"], Is.EqualTo("Probe"));
        Assert.That(good.Json["error"], Is.Null);
        Assert.That((string?)good.Json["request"]!["method"], Is.EqualTo("GET"));
        Assert.That((int)good.Json["response"]!["statusCode"]!, Is.EqualTo(200));
        Assert.That(bad.Code, Is.EqualTo(1));
        Assert.That((string?)bad.Json["tenant"], Is.EqualTo("acme"));
        Assert.That((bool)bad.Json["succeeded"]!, Is.False);
        Assert.That((string?)bad.Json["error"]!["kind"], Is.EqualTo("ClientRefused"));
        Assert.That((string?)bad.Json["error"]!["errorCode"], Is.EqualTo("invalid_client"));
        Assert.That(bad.Json.AsObject().ContainsKey("request"), Is.False);
    }

    [Test]
    public async Task A_profile_that_only_code_declares_is_told_how_it_gets_into_the_settings()
    {
        _shell.WriteProfiles("""{ "Profiles": { "codeonly": { "Key": "k" }, "weather": { "Type": "ApiKey" } } }""");

        foreach (var name in new[] { "codeonly", "nobody", "WEATHER" })
        {
            var result = await _shell.RunAsync("test", name);

            Assert.That(result.Code, Is.EqualTo(2));
            Assert.That(result.Output, Is.Empty);
            Assert.That(result.Error, Does.Contain($"no profile '{name}'; they have weather. ").And.Contain($"AuthProfiles:Profiles:{name}:Type (environment: AuthProfiles__Profiles__{name}__Type)"));
        }
    }

    [Test]
    public async Task What_can_be_tested_before_anybody_consents_is_tested()
    {
        var result = await _shell.RunAsync("test", "calendar", "--user", "mia", "--store", "store");

        Assert.That(result.Code, Is.Zero, result.All);
        Assert.That(result.Output, Does.Contain("Consent was not tested, because nobody has authorized this connection: authprofiles login calendar --user mia asks for it."));
        Assert.That(result.All, Does.Not.Contain("LogInAsync"));
    }

    [Test]
    public async Task A_name_with_a_space_is_one_word_of_the_command_that_is_told()
    {
        var result = await _shell.RunAsync("test", "calendar", "--user", "mia's (2)", "--store", "store");

        Assert.That(result.Output, Does.Contain("""authprofiles login calendar --user 'mia'\''s (2)' asks for it."""), result.All);
    }

    [Test]
    public async Task A_clients_settings_over_another_profile_are_no_profile()
    {
        _shell.WriteProfiles("""{ "AzureOpenAI": { "assistant": { "ChatDeployment": "gpt-4o-mini" } } }""");

        var result = await _shell.RunAsync("test", "assistant");

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("AuthProfiles:AzureOpenAI:assistant is taken for the settings of a client").And.Contain("set AuthProfiles:AzureOpenAI:assistant:Endpoint"));
    }

    [Test]
    public async Task Without_a_store_who_is_unknown_may_be_known_there()
    {
        _shell.WriteProfiles("""{ "Profiles": { "weather": { "Type": "ApiKey", "BaseUrl": "https://{tenant}.weather.example/", "Connections": { "acme": { "Key": "k" } } } } }""");

        var result = await _shell.RunAsync("test", "weather", "--tenant", "globex");

        Assert.That(result.Code, Is.EqualTo(1), result.All);
        Assert.That(result.Error, Does.Contain("No connection store was named"));
        Assert.That((await _shell.RunAsync("test", "weather", "--tenant", "acme")).Error, Does.Not.Contain("No connection store"));
    }

    [Test]
    public async Task A_consent_that_has_ended_is_told_how_it_is_given_again()
    {
        _shell.OpenBrowser = LocalProvider.Visit;
        Assert.That((await _shell.RunAsync("login", "calendar", "--user", "mia", "--store", "store")).Code, Is.Zero);
        _provider.Server.RevokeAll();

        var known = await _shell.RunAsync("test", "calendar", "--user", "mia", "--store", "store");

        Assert.That(known.Code, Is.EqualTo(1), known.All);
        Assert.That(known.Output, Does.Contain("Ask for consent: authprofiles login calendar --user mia."));
        Assert.That(known.All, Does.Not.Contain("StartAsync").And.Not.Contain("LogInAsync"));
    }

    [Test]
    public async Task A_client_that_only_the_application_has_is_explained()
    {
        _shell.WriteProfiles("""{ "Profiles": { "bank": { "Type": "ClientCredentials", "BaseUrl": "https://bank.example/", "TokenUrl": "https://bank.example/token", "ClientId": "app", "ClientAuthentication": "Certificate", "PrimaryHandler": "own" } } }""");

        var result = await _shell.RunAsync("test", "bank");

        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("registered by the application's code"));
        Assert.That((await _shell.RunAsync("lint")).Code, Is.Zero, "nothing is wrong with it, and nothing is sent by it");
    }
}
