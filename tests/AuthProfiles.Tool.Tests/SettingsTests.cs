using AuthProfiles.Samples.Tests;
using AuthProfiles.Tool.Tests.Support;

namespace AuthProfiles.Tool.Tests;

/// <summary>The settings are those that the application's host reads, in its order.</summary>
public sealed class SettingsTests
{
    private const string Secret = "s3cr3t-of-a-file";

    private Shell _shell = null!;

    [SetUp]
    public void SetUp() => _shell = new();

    [TearDown]
    public void TearDown() => _shell.Dispose();

    [Test]
    public async Task The_environment_says_which_file_goes_over_the_first()
    {
        _shell.WriteProfiles("""{ "Profiles": { "a": { "Type": "?", "BaseUrl": "https://a.example/", "Key": "k" } } }""");
        _shell.Write("appsettings.Staging.json", """{ "AuthProfiles": { "Profiles": { "a": { "Type": "ApiKey" } } } }""");
        _shell.Write("appsettings.Production.json", """{ "AuthProfiles": { "Profiles": { "a": { "Type": "Basic" } } } }""");

        Assert.That((await _shell.RunAsync("lint")).Error, Does.StartWith("Settings: appsettings.json, appsettings.Production.json, environment variables."));
        Assert.That((await _shell.RunAsync("lint", "--environment", "Staging")).Code, Is.Zero);
        _shell.Variables["ASPNETCORE_ENVIRONMENT"] = "Staging";
        Assert.That((await _shell.RunAsync("lint")).Code, Is.Zero);
        _shell.Variables["DOTNET_ENVIRONMENT"] = "Production";
        Assert.That((await _shell.RunAsync("lint")).Code, Is.EqualTo(1));
    }

    [Test]
    public async Task Environment_variables_have_the_last_word()
    {
        _shell.WriteProfiles("""{ "Profiles": { "envtool": { "Type": "ApiKey", "BaseUrl": "https://a.example/" } } }""");
        Assert.That((await _shell.RunAsync("lint")).Code, Is.EqualTo(1));

        using var variables = new TemporaryVariables(("AuthProfiles__Profiles__envtool__Key", "k"));

        Assert.That((await _shell.RunAsync("lint")).Code, Is.Zero);
    }

    [Test]
    public async Task User_secrets_come_from_the_project_file_or_by_their_id()
    {
        // Where the platform looks first, on every system.
        using var variables = new TemporaryVariables(("APPDATA", _shell.Folder));
        foreach (var (id, key) in new[] { ("of-project", "k"), ("of-option", "k"), ("damaged", null) })
        {
            var folder = Path.Combine(_shell.Folder, "Microsoft", "UserSecrets", id);
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "secrets.json"), key is null ? $"{{ \"{Secret}" : $$"""{ "AuthProfiles:Profiles:a:Key": "{{key}}" }""");
        }

        _shell.WriteProfiles("""{ "Profiles": { "a": { "Type": "ApiKey", "BaseUrl": "https://a.example/" } } }""");
        Assert.That((await _shell.RunAsync("lint")).Code, Is.EqualTo(1));
        Assert.That((await _shell.RunAsync("lint", "--user-secrets", "of-option")).Code, Is.Zero);
        Assert.That((await _shell.RunAsync("lint", "--user-secrets", "../of-option")).Code, Is.EqualTo(2));
        Assert.That((await _shell.RunAsync("lint", "--user-secrets", "damaged")).Error, Does.Contain("the user secrets can't be read: it is no JSON").And.Not.Contain(Secret));

        _shell.Write("Shop.csproj", "<Project><PropertyGroup><UserSecretsId>of-project</UserSecretsId></PropertyGroup></Project>");
        var found = await _shell.RunAsync("lint");
        Assert.That((found.Code, found.Error.Split('\n')[0]), Is.EqualTo((0, "Settings: appsettings.json, user secrets, environment variables.")));

        // Two projects with secrets of their own: which is meant is not known.
        _shell.Write("Other.fsproj", "<Project><PropertyGroup><UserSecretsId>of-option</UserSecretsId></PropertyGroup></Project>");
        _shell.Write("Broken.vbproj", "<Project>");
        Assert.That((await _shell.RunAsync("lint")).Code, Is.EqualTo(1));
    }

    [TestCase("{ \"a\": \"" + Secret, "it is no JSON at line 1, byte")]
    [TestCase("{\n\"a\": " + Secret + "}", "it is no JSON at line 2, byte 6")]
    [TestCase("[ \"" + Secret + "\" ]", "it is no JSON object")]
    [TestCase("{ \"" + Secret + "\": 1, \"" + Secret + "\": 2 }", "it is no JSON object, or has a name twice")]
    [TestCase("", "it is no JSON")]
    public async Task A_file_that_can_not_be_read_is_not_quoted(string text, string said)
    {
        _shell.Write("bad.json", text);

        foreach (var line in new[] { "lint bad.json", "lint --settings bad.json", "test a --settings bad.json --json", "explain https://a.example/ -s bad.json" })
        {
            var result = await _shell.RunAsync(line.Split(' '));

            Assert.That(result.Code, Is.EqualTo(2));
            Assert.That(result.Error, Does.StartWith($"bad.json can't be read: {said}"));
            Assert.That(result.All, Does.Not.Contain(Secret));
        }
    }

    [TestCase("--store", "")]
    [TestCase("--store", " ")]
    [TestCase("--database", "")]
    public async Task A_store_that_is_named_by_nothing_is_no_other_store(string option, string name)
    {
        _shell.WriteProfiles("""{ "FileStore": { "Directory": "of-the-settings" } }""");

        var result = await _shell.RunAsync("connections", "list", option, name);

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.EndWith($"{option} is empty. Name the store, or leave the option out."));
    }

    [Test]
    public async Task A_file_that_is_not_there_is_an_error()
    {
        Assert.That((await _shell.RunAsync("lint", "none.json")).Error, Is.EqualTo("none.json is not there."));
        Assert.That((await _shell.RunAsync("lint", ".")).Code, Is.EqualTo(2));
    }

    [Test]
    public async Task A_file_may_be_hidden_and_have_comments()
    {
        _shell.Write(".hidden.json", "\uFEFF{ /* yes */ \"AuthProfiles\": { \"Profiles\": { \"a\": { \"Type\": \"ApiKey\", \"BaseUrl\": \"https://a.example/\", \"Key\": \"k\", } } } }");

        var result = await _shell.RunAsync("lint", ".hidden.json");

        Assert.That((result.Code, result.Error.Split('\n')[^1]), Is.EqualTo((0, "Nothing is wrong. Profiles: 1.")), result.All);
    }

    [TestCase("""{ "Zendesk": { " ": { "Token": "x" } } }""", "AuthProfiles:Zendesk has a profile without a name")]
    [TestCase("""{ "Zendesk": { "a": { "Token": "x" } }, "AzureOpenAI": { "a": { "ApiKey": "x" } } }""", "'a' stands in AuthProfiles:AzureOpenAI and in AuthProfiles:Zendesk")]
    public async Task Profiles_that_can_not_be_named_are_told(string profiles, string said)
    {
        _shell.WriteProfiles(profiles);

        var result = await _shell.RunAsync("lint");

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain(said));
    }
}
