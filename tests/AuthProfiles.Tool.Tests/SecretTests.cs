using AuthProfiles.Testing;
using AuthProfiles.Tool.Tests.Support;
using AuthProfiles.Zendesk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tool.Tests;

/// <summary>No command shows a secret, as text or as JSON, whatever stands in the settings.</summary>
[CancelAfter(60_000)]
public sealed class SecretTests
{
    private const string Canary = "C4n4ry";

    // A secret wherever a value can stand: where it belongs, where another one does, and beside everything that is known.
    private static readonly string[] Hostile =
    [
        """{ "Type": "ApiKey", "BaseUrl": "https://a.example/", "Header": "x-api-key", "Key": "C4n4ry\r\nx-evil: 1" }""",
        """{ "Type": "ApiKey", "BaseUrl": "https://C4n4ry@a.example/", "Key": "C4n4ry" }""",
        """{ "Type": "ApiKey", "BaseUrl": "C4n4ry", "Key": "C4n4ry" }""",
        """{ "Type": "ApiKey", "BaseUrl": "https://a.example/?key=C4n4ry", "Key": "C4n4ry", "Prefix": "C4n4ry\u0000" }""",
        """{ "Type": "C4n4ry", "BaseUrl": "https://a.example/", "Key": "C4n4ry" }""",
        """{ "Type": "ApiKey", "BaseUrl": "https://a.example/", "Key": "C4n4ry", "SecretExpiresOn": "C4n4ry", "ConnectionMode": "C4n4ry", "RenewBefore": "C4n4ry" }""",
        """{ "Type": "Basic", "BaseUrl": "https://a.example/", "Username": "C4n4ry:x", "Password": "C4n4ry\u0001" }""",
        """{ "Type": "ClientCredentials", "BaseUrl": "http://127.0.0.1:1/", "TokenUrl": "http://127.0.0.1:1/token?secret=C4n4ry", "ClientId": "app", "ClientSecret": "C4n4ry", "Probe": "GET me?key=C4n4ry" }""",
        """{ "Type": "ClientCredentials", "BaseUrl": "https://a.example/", "TokenUrl": "https://a.example/token", "ClientId": "app", "ClientAuthentication": "PrivateKeyJwt", "ClientKey": "-----BEGIN PRIVATE KEY-----\nC4n4ry\n-----END PRIVATE KEY-----" }""",
        """{ "Type": "AuthorizationCode", "BaseUrl": "https://a.example/", "AuthorizationUrl": "https://a.example/C4n4ry{", "TokenUrl": "C4n4ry", "ClientSecret": "C4n4ry", "Provider": "C4n4ry" }""",
        """{ "Type": "Custom", "BaseUrl": "https://a.example/", "AdditionalFields": [ { "Key": "pin", "Secret": true, "Pattern": "[0-9]" } ], "AuthorizationFields": [ { "Type": "C4n4ry", "Key": "x", "Value": "C4n4ry" } ], "pin": "C4n4ry" }""",
        """{ "Type": "ApiKey", "BaseUrl": "https://a.example/", "Key": "C4n4ry", "Heeder": "C4n4ry", "Connections": { "acme": { "Key": "C4n4ry\n", "Keey": "C4n4ry" } } }""",
    ];

    private Shell _shell = null!;

    // Nobody answers, and nobody waits for it.
    [SetUp]
    public void SetUp() => _shell = new() { Configure = static services => services.AddSingleton<TimeProvider>(new WaitlessClock(new ManualClock())) };

    [TearDown]
    public void TearDown() => _shell.Dispose();

    [TestCaseSource(nameof(Hostile))]
    public async Task No_command_shows_a_value_of_the_settings(string profile)
    {
        _shell.WriteProfiles($$"""
            {
              "Profiles": { "a": {{profile}} },
              "AzureOpenAI": { "assistant": { "Endpoint": "C4n4ry@", "ApiKey": "C4n4ry", "Timeout": "C4n4ry" } },
              "Zendesk": { "support": { "Subdomain": "C4n4ry.", "Token": "C4n4ry\n", "RequestsPerMinute": "C4n4ry" } },
              "KeyRing": { "Keys": { "k": "C4n4ry" }, "Current": "C4n4ry" }
            }
            """);
        string[] lines =
        [
            "lint", "explain https://a.example/x?key=C4n4ry", "explain x?key=C4n4ry -p a", "explain x -p a -t acme", "explain x -p assistant", "explain x -p support",
            "test a --verbose", "test a --verbose --tenant acme", "test assistant -v", "test support -v",
            "login a --no-browser --store store", "connections list --store .", "connections revoke a --yes --store .", "connections list --database Host=127.0.0.1;Port=1;Password=C4n4ry",
            "login a --store store --input pin=C4n4ry",
        ];
        foreach (var line in lines.SelectMany(static line => new[] { line, line + " --json" }))
        {
            var result = await _shell.RunAsync(line.Split(' '));

            Assert.That(result.Code, Is.AnyOf(0, 1, 2), $"{line}: {result.All}");
            Assert.That(result.All.Replace(Uri.EscapeDataString(Canary), Canary, StringComparison.Ordinal), Does.Not.Contain(Canary).IgnoreCase, line);
            if (line.EndsWith(" --json", StringComparison.Ordinal))
            {
                Assert.That(result.Json, Is.Not.Null, line);
            }
        }
    }

    [Test]
    public async Task Secrets_that_are_in_use_are_not_shown_either()
    {
        await using var provider = await LocalProvider.StartAsync();
        _shell.Configure = provider.Configure;
        _shell.OpenBrowser = LocalProvider.Visit;
        _shell.WriteProfiles(provider.Profiles);
        var seen = string.Empty;
        foreach (var line in new[] { "test orders -v", "test orders -v -t acme", "login calendar -u mia", "test calendar -v -u mia", "connections list", "explain /me -p orders", "connections revoke calendar -u mia -y" })
        {
            foreach (var json in new[] { string.Empty, " --json" })
            {
                seen += (await _shell.RunAsync($"{line}{(line.StartsWith("explain", StringComparison.Ordinal) ? string.Empty : " --store store")}{json}".Split(' ', StringSplitOptions.RemoveEmptyEntries))).All;
            }
        }

        Assert.That(seen, Does.Not.Contain(LocalProvider.ClientSecret).And.Not.Contain("wr0ng-s3cr3t"));
        Assert.That(provider.Server.Issued, Is.GreaterThan(3));
        Assert.That(seen, Does.Contain("[redacted]").And.Contain("disconnected"));
    }

    [Test]
    public async Task Nothing_that_steers_a_terminal_reaches_it()
    {
        _shell.WriteProfiles("""{ "Profiles": { "a\u001b[31m\u202e": { "Type": "\u001b]0;x\u0007" }, "b": { "Type": "ApiKey", "\u001b[2J": "x", "BaseUrl": "https://b.example/", "Key": "k" } } }""");

        foreach (var line in new[] { "lint", "lint --json", "test nobody", "test a\u001b[31m\u202e", "test b\u001b[31m --json", "explain https://b.example/\u001b[31m", "explain x -p b -t \u001b[31m" })
        {
            var result = await _shell.RunAsync(line.Split(' '));

            Assert.That(result.All.Where(static character => character != '\n' && character != '\r' && (char.IsControl(character) || character == '\u202e')), Is.Empty, line);
        }
    }
}
