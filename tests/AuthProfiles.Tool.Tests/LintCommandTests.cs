using AuthProfiles.Tool.Tests.Support;

namespace AuthProfiles.Tool.Tests;

/// <summary><c>authprofiles lint</c> finds all that is wrong with settings.</summary>
public sealed class LintCommandTests
{
    private const string Good = """{ "Type": "ApiKey", "BaseUrl": "https://weather.example/", "Key": "s3cr3t" }""";

    private Shell _shell = null!;

    [SetUp]
    public void SetUp() => _shell = new();

    [TearDown]
    public void TearDown() => _shell.Dispose();

    [Test]
    public async Task What_is_right_has_no_finding()
    {
        _shell.WriteProfiles($$"""{ "Profiles": { "weather": {{Good}} } }""");

        var result = await _shell.RunAsync("lint");

        Assert.That((result.Code, result.Output), Is.EqualTo((0, string.Empty)));
        Assert.That(result.Error, Does.Contain("Nothing is wrong. Profiles: 1."));
        Assert.That((await _shell.RunAsync("lint", "--json")).Json.AsArray(), Is.Empty);
    }

    [TestCase("AP001", "error", "Key", """{ "Type": "ApiKey", "BaseUrl": "https://x.example/" }""")]
    [TestCase("AP002", "error", "Type", """{ "Type": "ApiKye" }""")]
    [TestCase("AP003", "error", "Heeder", """{ "Type": "ApiKey", "BaseUrl": "https://x.example/", "Key": "s3cr3t", "Heeder": "s3cr3t" }""")]
    [TestCase("AP004", "error", "BaseUrl", """{ "Type": "ApiKey", "BaseUrl": "https://{tennant}.example/", "Key": "s3cr3t" }""")]
    [TestCase("AP005", "error", "Connections:acme", """{ "Type": "ApiKey", "BaseUrl": "https://x.example/", "Header": "x-api-key", "Connections": { "acme": { "Key": "s3cr3t\nx" } }, "ConnectionMode": "PreAuthorized", "Key": "s3cr3t" }""")]
    [TestCase("AP101", "warning", "SecretExpiresOn", """{ "Type": "ApiKey", "BaseUrl": "https://x.example/", "Key": "s3cr3t", "SecretExpiresOn": "2020-01-01T00:00:00Z" }""")]
    [TestCase("AP102", "warning", "", """{ "Type": "Password", "AllowPasswordGrant": "true", "BaseUrl": "https://x.example/", "TokenUrl": "https://x.example/token", "ClientId": "app", "ClientSecret": "s3cr3t", "Username": "mia", "Password": "s3cr3t" }""")]
    public async Task Each_finding_is_a_line_of_its_own(string id, string severity, string setting, string profile)
    {
        _shell.WriteProfiles($$"""{ "Profiles": { "x": {{profile}} } }""");
        var path = $"AuthProfiles:Profiles:x{(setting.Length == 0 ? string.Empty : ":")}{setting}";

        var text = await _shell.RunAsync("lint");
        var json = await _shell.RunAsync("lint", "--json");

        Assert.That(text.Lines, Has.Length.EqualTo(1), text.All);
        Assert.That(text.Lines[0], Does.StartWith($"{id} {severity} {path}  "));
        Assert.That(text.Code, Is.EqualTo(severity == "error" ? 1 : 0));
        Assert.That(json.Code, Is.EqualTo(text.Code));
        var finding = json.Json[0]!;
        Assert.That(((string?)finding["id"], (string?)finding["severity"], (string?)finding["setting"]), Is.EqualTo((id, severity, path)));
        Assert.That((string?)finding["message"], Is.Not.Empty);
        Assert.That((string?)finding["cure"], Is.Not.Empty);
        Assert.That(text.All + json.All, Does.Not.Contain("s3cr3t"));
    }

    [Test]
    public async Task Profiles_that_can_not_be_told_apart_are_found()
    {
        static string Profile(string host) => $$"""{ "Type": "AuthorizationCode", "BaseUrl": "https://api.{{host}}/", "AuthorizationUrl": "https://{{host}}/authorize", "TokenUrl": "https://{{host}}/token", "ClientId": "app", "ClientSecret": "s3cr3t", "RedirectUri": "https://app.example/callback" }""";
        _shell.WriteProfiles($$"""{ "Profiles": { "a": {{Profile("one.example")}}, "b": {{Profile("two.example")}} } }""");

        var result = await _shell.RunAsync("lint");

        Assert.That(result.Lines, Has.Length.EqualTo(1).And.All.StartsWith("AP007 error AuthProfiles:Profiles:b:RedirectUri  "), result.All);
        Assert.That(result.Code, Is.EqualTo(1));
    }

    [Test]
    public async Task The_connectors_sections_and_the_keys_are_checked_too()
    {
        _shell.WriteProfiles("""
            {
              "AzureOpenAI": { "assistant": { "Endpoint": "contoso.openai.azure.com", "ApiKey": "s3cr3t", "Deploymnts": "x" } },
              "Zendesk": { "support": { "Subdomain": "acme", "Token": "s3cr3t", "Tokn": "x" } },
              "KeyRing": { "Keys": { "a": "s3cr3t" } },
              "Zendsk": { }, "Zendsks": { "support": { "Token": "s3cr3t" } }
            }
            """);

        var result = await _shell.RunAsync("lint");

        Assert.That(result.Lines.Select(static line => line.Split("  ")[0]), Is.EqualTo(new[]
        {
            "AP003 error AuthProfiles:AzureOpenAI:assistant:Deploymnts",
            "AP003 error AuthProfiles:Zendesk:support:Tokn",
            "AP002 error AuthProfiles:KeyRing:Keys:a",
        }));
        Assert.That(result.Error, Does.Contain("AuthProfiles:Zendsks is read by no package"));
        Assert.That(result.All, Does.Not.Contain("s3cr3t"));
    }

    [Test]
    public async Task A_section_without_a_name_is_a_finding_and_hides_no_other()
    {
        _shell.WriteProfiles($$"""{ "Profiles": { "": { "Type": "ApiKey" }, "weather": {{Good}} } }""");

        var result = await _shell.RunAsync("lint");

        Assert.That(result.Code, Is.EqualTo(1), result.All);
        Assert.That(result.Lines, Has.Length.EqualTo(1).And.All.StartsWith("AP008 error AuthProfiles:Profiles:  A profile in AuthProfiles:Profiles has no name. "));
        Assert.That((await _shell.RunAsync("explain", "https://weather.example/")).Code, Is.Zero);
    }

    [Test]
    public async Task A_clients_settings_over_another_profile_are_not_missing_an_authorization()
    {
        _shell.WriteProfiles($$"""{ "Profiles": { "weather": {{Good}} }, "AzureOpenAI": { "assistant": { "ChatDeployment": "gpt-4o-mini", "Timeout": "00:01:00" } } }""");

        var alone = await _shell.RunAsync("lint");

        Assert.That((alone.Code, alone.Output), Is.EqualTo((0, string.Empty)), alone.All);
        Assert.That(alone.Error, Does.Contain("AuthProfiles:AzureOpenAI:assistant is taken for the settings of a client").And.Contain("Profiles: 1."));

        _shell.WriteProfiles("""{ "AzureOpenAI": { "desk": { "ChatDeployment": "gpt-4o-mini" } }, "Zendesk": { "desk": { "Subdomain": "acme", "Token": "s3cr3t" } } }""");
        Assert.That((await _shell.RunAsync("lint")).Code, Is.Zero, "a client and a profile may have one name");

        _shell.WriteProfiles("""{ "AzureOpenAI": { "assistant": { "ChatDeployment": "gpt-4o-mini", "Endpoint": "https://contoso.openai.azure.com" } } }""");
        var profile = await _shell.RunAsync("lint");

        Assert.That(profile.Lines, Has.Length.EqualTo(1).And.All.StartsWith("AP001 error AuthProfiles:AzureOpenAI:assistant:ApiKey  "));
        Assert.That(profile.Error, Does.Not.Contain("is taken for"));
    }

    [Test]
    public async Task A_profile_that_code_declares_is_told_how_it_gets_into_the_settings()
    {
        _shell.WriteProfiles("""{ "Profiles": { "weather": { "Key": "s3cr3t" } } }""");

        var result = await _shell.RunAsync("lint");

        Assert.That(result.Output, Does.StartWith("AP001 error AuthProfiles:Profiles:weather:Type  ").And.Contain("Where code declares the profile, write its kind into the settings too"));
        Assert.That(result.Output, Does.Not.Contain("Code declares no profile"));
    }

    [Test]
    public async Task What_may_be_in_the_store_of_the_settings_is_not_missing()
    {
        _shell.WriteProfiles("""{ "Profiles": { "x": { "Type": "ApiKey", "BaseUrl": "https://x.example/" } }, "FileStore": { "Directory": "store" } }""");

        Assert.That((await _shell.RunAsync("lint")).Code, Is.Zero);
    }

    [Test]
    public async Task Findings_are_ignored_by_their_ids()
    {
        _shell.WriteProfiles("""{ "Profiles": { "x": { "Type": "ApiKey", "BaseUrl": "https://x.example/" } } }""");

        Assert.That((await _shell.RunAsync("lint", "--ignore", "ap001")).Code, Is.Zero);
        Assert.That((await _shell.RunAsync("lint", "--ignore", "AP003")).Code, Is.EqualTo(1));
        Assert.That((await _shell.RunAsync("lint", "--ignore", "AP1")).Code, Is.EqualTo(2));
    }

    [Test]
    public async Task Files_are_checked_together_the_later_over_the_earlier()
    {
        _shell.WriteProfiles("""{ "Profiles": { "unread": { "Type": "?" } } }""");
        _shell.Write("a.json", """{ "AuthProfiles": { "Profiles": { "x": { "Type": "?", "BaseUrl": "https://x.example/" } } } }""");
        _shell.Write("b.json", """{ "AuthProfiles": { "Profiles": { "x": { "Type": "ApiKey", "Key": "s3cr3t" } } } }""");

        Assert.That((await _shell.RunAsync("lint", "a.json", "b.json")).Code, Is.Zero);
        Assert.That((await _shell.RunAsync("lint", "--settings", "a.json", "b.json")).Code, Is.Zero);
        Assert.That((await _shell.RunAsync("lint", "b.json", "a.json")).Code, Is.EqualTo(1));
    }

    [Test]
    public async Task Settings_without_profiles_are_said_to_be_so()
    {
        var result = await _shell.RunAsync("lint");

        Assert.That(result.Code, Is.Zero);
        Assert.That(result.Error, Does.Contain("have no profiles"));
    }
}
