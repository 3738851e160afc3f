using AuthProfiles.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Inspection;

/// <summary>Lint finds everything at once, each with its id, the path of the setting and the cure.</summary>
[TestFixture]
public sealed class LintTests
{
    [Test]
    public async Task What_is_right_has_no_finding()
    {
        await using var profiles = new InspectedProfiles(
            static _ => { },
            ("weather:Type", "ApiKey"),
            ("weather:BaseUrl", "https://weather.example/"),
            ("weather:Key", InspectedProfiles.Secret));

        Assert.That(profiles.Lint(), Is.Empty);
    }

    [Test]
    public async Task All_of_a_configuration_is_checked_at_once()
    {
        await using var profiles = new InspectedProfiles(
            static builder => builder.Services.AddHttpClient("x").AddAuthorizationProfile("nobody"),
            ("a:Type", "ApiKye"),
            ("b:Type", "ApiKey"),
            ("b:BaseUrl", "https://{tennant}.example/"),
            ("c:Type", "ApiKey"),
            ("c:BaseUrl", "https://c.example/"),
            ("c:Heeder", "x"),
            ("d:Type", "ClientCredentials"),
            ("d:BaseUrl", "https://{tenant}.example/"),
            ("d:TokenUrl", "https://login.example/"),
            ("d:ConnectionMode", "Sometimes"),
            ("e:Type", "Basic"),
            ("e:BaseUrl", "https://e.example/"),
            ("e:Connections:acme:Username", "mia"),
            ("e:Connections:acme:Pasword", "p"),
            ("e:Connections:globex:Username", "mia"),
            ("e:Connections:globex:Password", "p"));

        Assert.That(profiles.Lint(), Is.EqualTo(new[]
        {
            "AP002 a:Type",
            "AP004 b:BaseUrl",
            "AP003 c:Heeder",
            "AP001 c:Key",
            "AP002 d:ConnectionMode",
            "AP003 e:Connections:acme:Pasword",
            "AP001 e:Connections:acme:Password",
            "AP006 nobody",
        }));
    }

    [TestCase("")]
    [TestCase(" ")]
    public async Task A_section_without_a_name_is_found_beside_all_else(string blank)
    {
        await using var profiles = new InspectedProfiles(
            static builder => builder.Services.AddHttpClient("x").AddAuthorizationProfile("weather"),
            ($"{blank}:Type", "ApiKey"),
            ("weather:Type", "ApiKey"),
            ("weather:BaseUrl", "https://weather.example/"),
            ("weather:Key", InspectedProfiles.Secret),
            ("weather:Heeder", "x"));

        Assert.That(profiles.Lint(), Is.EqualTo(new[] { "AP003 weather:Heeder", $"AP008 {blank}" }));
        Assert.That(profiles.Connections.Profiles, Is.EqualTo(new[] { "weather" }));
        var error = Assert.Throws<AuthorizationException>(profiles.Start)!;
        Assert.That(error.Message, Does.Contain("A profile in AuthProfiles:Profiles has no name. Name its section, or take it out."));
    }

    [TestCase("")]
    [TestCase(" ")]
    public async Task A_tenant_without_a_name_is_found_and_hides_no_other(string blank)
    {
        await using var profiles = new InspectedProfiles(
            static _ => { },
            ("weather:Type", "ApiKey"),
            ("weather:BaseUrl", "https://weather.example/"),
            ($"weather:Connections:{blank}:Key", InspectedProfiles.Secret),
            ("weather:Connections:acme:Key", InspectedProfiles.Secret));

        Assert.That(profiles.Lint(), Is.EqualTo(new[] { $"AP005 weather:Connections:{blank}" }));
        Assert.That(profiles.ExplainAll("https://weather.example/today").Select(static one => one.Tenant), Is.EquivalentTo(new[] { null, "acme" }));
    }

    [TestCase("https://api.example", false)]
    [TestCase("https://api.example/", false)]
    [TestCase("https://api.example/v1/", false)]
    [TestCase("https://api.example/v1", true)]
    [TestCase("https://api.example/{tenant}", true)]
    public async Task A_base_address_that_loses_its_last_part_is_a_warning(string address, bool warns)
    {
        await using var profiles = new InspectedProfiles(
            static _ => { },
            ("weather:Type", "ApiKey"),
            ("weather:BaseUrl", address),
            ("weather:Key", InspectedProfiles.Secret));

        Assert.That(profiles.Lint(), Is.EqualTo(warns ? new[] { "AP103 weather:BaseUrl" } : []));
        Assert.That(profiles.Inspector.Lint().Select(static finding => (finding.IsWarning, finding.Cure)), Is.All.EqualTo((true, "End it with a slash.")));
    }

    [Test]
    public async Task A_value_that_fits_into_no_header_is_found_and_not_shown()
    {
        await using var profiles = new InspectedProfiles(
            static _ => { },
            ("weather:Type", "ApiKey"),
            ("weather:BaseUrl", "https://weather.example/"),
            ("weather:Header", "x-api-key"),
            ("weather:Connections:acme:Key", $"{InspectedProfiles.Secret}\nx"));

        var finding = profiles.Inspector.Lint().Single();

        Assert.That(finding.Id, Is.EqualTo("AP005"));
        Assert.That(finding.Setting, Is.EqualTo("AuthProfiles:Profiles:weather:Connections:acme"));
        Assert.That(finding.ToString(), Does.Contain("Check AuthProfiles:Profiles:weather:Connections:acme:Key").And.Not.Contain(InspectedProfiles.Secret));
    }

    [Test]
    public async Task More_sections_are_looked_through_than_at_start()
    {
        await using var profiles = new InspectedProfiles(
            static _ => { },
            [.. Enumerable.Range(0, 300).SelectMany(static i => new[] { ($"p{i:000}:Type", "ApiKey"), ($"p{i:000}:BaseUrl", "https://weather.example/"), ($"p{i:000}:Key", "k") }), ("p299:Odd", "x")]);

        Assert.That(profiles.Lint(), Is.EqualTo(new[] { "AP003 p299:Odd" }));
    }

    [Test]
    public async Task What_works_and_should_be_mended_is_a_warning()
    {
        await using var profiles = new InspectedProfiles(static builder => builder.AddApiKey("weather", static o =>
        {
            o.BaseUrl = "https://weather.example/";
            o.Key = InspectedProfiles.Secret;
            o.SecretExpiresOn = DateTimeOffset.UnixEpoch;
        }));

        var finding = profiles.Inspector.Lint().Single();

        Assert.That(finding.Id, Is.EqualTo("AP101"));
        Assert.That(finding.IsWarning);
        Assert.That(finding.Setting, Is.EqualTo("AuthProfiles:Profiles:weather:SecretExpiresOn"));
        Assert.That(finding.Cure, Is.Not.Empty);
    }

    [Test]
    public void Every_id_is_in_the_page_of_findings()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "lint.md"));
        var ids = typeof(FindingIds).GetFields().Select(static field => (string)field.GetValue(null)!).ToArray();

        Assert.That(ids, Is.Unique);
        Assert.That(ids.Where(id => !page.Contains($"| {id} |", StringComparison.Ordinal)), Is.Empty);
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "AuthProfiles.sln")))
        {
            directory = directory.Parent;
        }

        return directory.FullName;
    }
}
