using AuthProfiles.Tool.Tests.Support;

namespace AuthProfiles.Tool.Tests;

/// <summary><c>authprofiles explain</c> says what IAuthorizationInspector explains, and sends nothing.</summary>
public sealed class ExplainCommandTests
{
    private const string Profiles = """
        {
          "Profiles": {
            "orders": {
              "Type": "ClientCredentials", "BaseUrl": "https://{tenant}.orders.example/api/", "TokenUrl": "https://login.orders.example/{tenant}/oauth/token",
              "Connections": { "acme": { "ClientId": "app", "ClientSecret": "s3cr3t" }, "globex": { "ClientId": "app" } }
            },
            "weather": { "Type": "ApiKey", "BaseUrl": "https://api.weather.example/v1/", "Key": "s3cr3t", "Header": "x-api-key" }
          },
          "AzureOpenAI": { "assistant": { "Endpoint": "contoso.openai.azure.com", "ApiKey": "s3cr3t" } },
          "Zendesk": { "support": { "Subdomain": "acme", "Token": "s3cr3t" } }
        }
        """;

    private Shell _shell = null!;

    [SetUp]
    public void SetUp()
    {
        _shell = new();
        _shell.WriteProfiles(Profiles);
    }

    [TearDown]
    public void TearDown() => _shell.Dispose();

    [Test]
    public async Task An_address_finds_its_profile_and_connection()
    {
        var result = await _shell.RunAsync("explain", "https://acme.orders.example/api/orders/7?key=s3cr3t", "--method", "post");

        Assert.That(result.Code, Is.Zero);
        Assert.That(result.Lines, Is.EqualTo(new[]
        {
            "POST https://acme.orders.example/api/orders/7?*",
            "Profile: orders for acme (ClientCredentials)",
            "Connection: AuthProfiles:Profiles:orders:Connections:acme",
            "Origins: https://acme.orders.example",
            "Credential: Header Authorization; not held; acquired by POST https://login.orders.example/acme/oauth/token",
        }));
        Assert.That((await _shell.RunAsync("explain", "https://api.weather.example/v1/today", "--json")).Json[0]!["fields"]!.ToJsonString(), Is.EqualTo("""[{"type":"Header","key":"x-api-key"}]"""));
    }

    [TestCase("https://contoso.openai.azure.com/openai/v1/models", "assistant", "AzureOpenAI")]
    [TestCase("https://acme.zendesk.com/api/v2/tickets", "support", "Zendesk")]
    public async Task A_connectors_section_is_a_profile(string address, string profile, string section)
    {
        var result = await _shell.RunAsync("explain", address, "--json");

        Assert.That(result.Code, Is.Zero, result.All);
        Assert.That(result.Json.AsArray(), Has.Count.EqualTo(1));
        Assert.That((string?)result.Json[0]!["profile"], Is.EqualTo(profile));
        Assert.That((string?)result.Json[0]!["connection"], Is.EqualTo($"AuthProfiles:{section}:{profile}"));
    }

    [Test]
    public async Task One_profile_is_explained_by_its_name()
    {
        var good = await _shell.RunAsync("explain", "orders/7", "-p", "orders", "-t", "acme", "--json");
        var bad = await _shell.RunAsync("explain", "https://evil.example/", "--profile", "weather", "--json");
        var missing = await _shell.RunAsync("explain", "orders/7", "-p", "orders", "-t", "globex");

        Assert.That((good.Code, (string?)good.Json[0]!["address"]), Is.EqualTo((0, "https://acme.orders.example/api/orders/7")));
        Assert.That(bad.Code, Is.EqualTo(1));
        Assert.That(bad.Json[0]!["missing"]!.AsArray(), Is.Not.Empty);
        Assert.That(missing.Code, Is.EqualTo(1));
        Assert.That(missing.Output, Does.Contain("Missing: ").And.Contain("AuthProfiles:Profiles:orders:Connections:globex:ClientSecret"));
    }

    [Test]
    public async Task What_may_be_in_the_store_is_not_said_to_be_missing()
    {
        _shell.WriteProfiles("""{ "Profiles": { "calendar": { "Type": "AuthorizationCode", "BaseUrl": "https://api.example/", "AuthorizationUrl": "https://login.example/authorize", "TokenUrl": "https://login.example/token", "ClientId": "app", "ClientSecret": "s3cr3t" } } }""");

        foreach (var whose in new[] { "-u mia", "" })
        {
            var result = await _shell.RunAsync($"explain me --profile calendar {whose}".Split(' ', StringSplitOptions.RemoveEmptyEntries));

            Assert.That(result.Code, Is.Zero, result.All);
        }

        Assert.That((await _shell.RunAsync("explain", "me", "-p", "calendar", "-u", "mia")).Output, Does.Contain("Connection: the connection store, which is not asked"));
    }

    [Test]
    public async Task An_address_that_no_credential_may_go_to_is_not_fine()
    {
        var text = await _shell.RunAsync("explain", "https://evil.example/");
        var json = await _shell.RunAsync("explain", "https://evil.example/", "--json");

        Assert.That((text.Code, text.Output.TrimEnd()), Is.EqualTo((1, "No credential of these settings may go there.")));
        Assert.That((json.Code, json.Json.AsArray().Count), Is.EqualTo((1, 0)));
    }

    [TestCase("orders/7")]
    [TestCase("/orders/7")]
    [TestCase("ftp://orders.example/")]
    [TestCase("https://acme.orders.example/", "--tenant", "acme")]
    [TestCase("https://acme.orders.example/", "--method", "GET x")]
    [TestCase("orders/7", "--profile", "nobody")]
    [TestCase("orders/7", "--profile", "orders", "--tenant", "a:b")]
    public async Task What_is_no_request_is_a_wrong_argument(params string[] args)
    {
        var result = await _shell.RunAsync(["explain", .. args]);

        Assert.That((result.Code, result.Output), Is.EqualTo((2, string.Empty)));
        Assert.That(result.Error, Is.Not.Empty);
    }
}
