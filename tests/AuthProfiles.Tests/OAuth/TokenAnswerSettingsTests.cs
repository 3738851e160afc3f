using AuthProfiles.OAuth;
using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Tests.OAuth;

public sealed class TokenAnswerSettingsTests
{
    private const string Path = "AuthProfiles:Profiles:weather";

    private static readonly SettingSection Section = new("Profile", "weather", "AuthProfiles:Profiles");

    private static readonly SettingList<Holder> List = new SettingList<Holder>()
        .Record(nameof(Holder.Answer), TokenAnswerSettings.All, static holder => holder.Answer ?? TokenAnswerFormat.Standard, static (holder, answer) => holder.Answer = answer);

    [Test]
    public void Every_departure_can_be_written_in_settings()
    {
        var (format, errors) = Read(
            ("AccessToken", "/data/0/access_token"),
            ("TokenType", "none"),
            ("Expiry", "/data/0/expires_at"),
            ("ExpiryFormat", "unixmilliseconds"),
            ("FixedLifetime", "01:00:00"),
            ("RefreshToken", "/data/0/refresh"),
            ("RefreshExpiry", "None"),
            ("Scope", "/data/0/permissions"),
            ("ScopeSeparator", ","),
            ("Error", "none"),
            ("ErrorWhen:0:Path", "/ok"),
            ("ErrorWhen:0:Is", "false"),
            ("ErrorWhen:0:Code", "/error"),
            ("ErrorWhen:1:Path", "/code"),
            ("ErrorWhen:1:IsNot", "0"),
            ("ErrorCodes:0", "bad_refresh_token=invalid_grant"),
            ("TakesForm", "true"),
            ("Outputs:0", "instanceUrl = /instance_url"),
            ("Outputs:1", "team=/team/id"));

        Assert.That(errors, Is.Empty);
        Assert.Multiple(() =>
        {
            Assert.That(
                format! with { ErrorWhen = [], ErrorCodes = TokenAnswerFormat.Standard.ErrorCodes, Outputs = TokenAnswerFormat.Standard.Outputs },
                Is.EqualTo(new TokenAnswerFormat
                {
                    AccessToken = "/data/0/access_token",
                    TokenType = null,
                    Expiry = "/data/0/expires_at",
                    ExpiryFormat = ExpiryFormat.UnixMilliseconds,
                    FixedLifetime = TimeSpan.FromHours(1),
                    RefreshToken = "/data/0/refresh",
                    RefreshExpiry = null,
                    Scope = "/data/0/permissions",
                    ScopeSeparator = ",",
                    Error = null,
                    TakesForm = true,
                }));
            Assert.That(format.ErrorWhen, Is.EqualTo(new[] { new TokenErrorRule("/ok") { Is = "false", Code = "/error" }, new TokenErrorRule("/code") { IsNot = "0" } }));
            Assert.That(format.ErrorCodes, Is.EqualTo(new Dictionary<string, string> { ["bad_refresh_token"] = "invalid_grant" }));
            Assert.That(format.Outputs, Is.EqualTo(new Dictionary<string, string> { ["instanceUrl"] = "/instance_url", ["team"] = "/team/id" }));
        });
    }

    [Test]
    public void Where_nothing_is_set_nothing_is_handed_over()
    {
        var (format, errors) = Read();

        Assert.That(format, Is.Null);
        Assert.That(errors, Is.Empty);
    }

    [Test]
    public void What_is_set_changes_that_alone_of_what_is_there()
    {
        var holder = new Holder { Answer = ProviderFormats.Slack };
        List.Read(Configuration(("Expiry", "/expires_at"), ("ErrorCodes:0", "x=invalid_grant")), Section, holder, []);

        Assert.That(holder.Answer.Expiry, Is.EqualTo("/expires_at"));
        Assert.That(holder.Answer.ScopeSeparator, Is.EqualTo(","));
        Assert.That(holder.Answer.ErrorWhen, Is.EqualTo(ProviderFormats.Slack.ErrorWhen));
        Assert.That(holder.Answer.ErrorCodes, Has.Count.EqualTo(ProviderFormats.Slack.ErrorCodes.Count + 1));
    }

    [Test]
    public void Rules_that_are_set_take_the_place_of_those_that_are_there()
    {
        var holder = new Holder { Answer = ProviderFormats.Slack };
        List.Read(Configuration(("ErrorWhen:0:Path", "/status")), Section, holder, []);

        Assert.That(holder.Answer.ErrorWhen, Is.EqualTo(new[] { new TokenErrorRule("/status") }));
        Assert.That(ProviderFormats.Slack.ErrorWhen, Has.Length.EqualTo(1), "the provider's own data stays");
    }

    [TestCase("ExpiryFormat", "hours", "one of Seconds, Milliseconds")]
    [TestCase("FixedLifetime", "3600", "a time as hh:mm:ss")]
    [TestCase("TakesForm", "yes", "true or false")]
    [TestCase("Outputs", "x", "a section of names and texts")]
    public void A_bad_value_is_named_with_its_place(string name, string value, string allowed)
    {
        var (_, errors) = Read((name, value));

        Assert.That(errors, Has.Count.EqualTo(1));
        Assert.That(errors[0], Does.Contain($"{Path}:Answer:{name}").And.Contain(allowed));
    }

    [TestCase("AcessToken", "AccessToken")]
    [TestCase("ErrorWhen:0:Pth", "Path")]
    [TestCase("ErrorWhen:first:Path", "Number the entries from 0")]
    [TestCase("ErrorWhen:1:Path", "Number the entries from 0")]
    [TestCase("Outputs:site", "name=value")]
    public void What_nobody_reads_is_named(string name, string cure)
    {
        List<SettingFinding> errors = [];
        List.FindUnknown(Configuration((name, "/x")), Section, [], errors);

        Assert.That(errors, Has.Count.EqualTo(1));
        Assert.That(errors[0].ToString(), Does.Contain($"{Path}:Answer:").And.Contain(cure));
    }

    [Test]
    public void Each_setting_is_described_with_its_default()
    {
        var described = List.Describe(new Holder()).ToDictionary(static setting => setting.Name, static setting => setting.Default);

        Assert.That(described["Answer:AccessToken"], Is.EqualTo("/access_token"));
        Assert.That(described["Answer:ExpiryFormat"], Is.EqualTo("Seconds"));
        Assert.That(described["Answer:ErrorWhen:0:Path"], Is.Empty);
        Assert.That(described, Has.Count.EqualTo(18));
    }

    private static IConfigurationRoot Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create($"{Path}:Answer:{setting.Name}", (string?)setting.Value))).Build();

    private static (TokenAnswerFormat? Format, List<string> Errors) Read(params (string Name, string Value)[] settings)
    {
        var holder = new Holder();
        List<SettingFinding> findings = [];
        List.Read(Configuration(settings), Section, holder, findings);
        return (holder.Answer, [.. findings.Select(static finding => finding.ToString())]);
    }

    private sealed class Holder
    {
        public TokenAnswerFormat? Answer { get; set; }
    }
}
