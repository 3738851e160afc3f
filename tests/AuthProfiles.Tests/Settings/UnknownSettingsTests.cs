using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Tests.Settings;

internal sealed class UnknownSettingsTests
{
    [Test]
    public void A_name_that_would_forge_a_line_is_shown_escaped()
    {
        List<SettingFinding> findings = [];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AuthProfiles:Profiles:a\nb:Scope:other", "x")]).Build();

        WeatherSettings.All.FindUnknown(configuration, new SettingSection("Profile", "a\nb", "AuthProfiles:Profiles"), [], findings);

        Assert.That($"{findings.Single()}", Does.Contain(@"a\u000Ab:Scope:0 to name=value").And.Not.Contain("\n"));
    }

    [Test]
    public void An_unknown_setting_is_named_with_a_suggestion_and_without_its_value() =>
        Assert.That(WeatherSettings.FindUnknown(("Hedaer", "canary")), Is.EqualTo(new[]
        {
            "Profile 'weather': unknown setting 'Hedaer' at AuthProfiles:Profiles:weather:Hedaer. Did you mean 'Header'?",
        }));

    [Test]
    public void What_is_like_nothing_gets_no_suggestion() =>
        Assert.That(WeatherSettings.FindUnknown(("Zzzzzzzzzz", "x"))[0], Does.EndWith("weather:Zzzzzzzzzz. Take it out, or correct its name."));

    [Test]
    public void What_others_read_is_known_and_suggested()
    {
        Assert.That(WeatherSettings.FindUnknown(("type", "ApiKey"), ("Connections:acme:Key", "k")), Is.Empty);
        Assert.That(WeatherSettings.FindUnknown(("Conections:acme:Key", "k"))[0], Does.EndWith("Did you mean 'Connections'?"));
    }

    [Test]
    public void Every_setting_of_the_list_is_known() =>
        Assert.That(
            WeatherSettings.FindUnknown(
                ("BaseUrl", "x"),
                ("KEY", "x"),
                ("Header", ""),
                ("Metric", "true"),
                ("AlsoAllow:0", "x"),
                ("AlsoAllow:1", "x"),
                ("Scope:scope", "x"),
                ("Scope:0", "a=b"),
                ("Limits:MaxRetries", "1")),
            Is.Empty);

    [Test]
    public void All_unknown_settings_come_at_once() =>
        Assert.That(WeatherSettings.FindUnknown(("A1234567", "x"), ("B1234567", "x"), ("Limits:C1234567", "x")), Has.Count.EqualTo(3));

    [Test]
    public void A_group_is_looked_into() =>
        Assert.That(WeatherSettings.FindUnknown(("Limits:MaxRetry", "1")), Is.EqualTo(new[]
        {
            "Profile 'weather': unknown setting 'MaxRetry' at AuthProfiles:Profiles:weather:Limits:MaxRetry. Did you mean 'MaxRetries'?",
        }));

    [Test]
    public void A_name_that_a_map_does_not_look_for_is_reported_with_the_other_spelling() =>
        Assert.That(WeatherSettings.FindUnknown(("Scope:audiance", "x")), Is.EqualTo(new[]
        {
            "Profile 'weather': unknown setting 'audiance' at AuthProfiles:Profiles:weather:Scope:audiance. Did you mean 'audience'?"
            + " For another name set AuthProfiles:Profiles:weather:Scope:0 to name=value.",
        }));

    [TestCase("AlsoAllow:2")]
    [TestCase("AlsoAllow:one")]
    [TestCase("AlsoAllow:01")]
    public void A_value_of_a_list_that_is_not_read_is_reported(string name) =>
        Assert.That(WeatherSettings.FindUnknown(("AlsoAllow:0", "x"), (name, "y")), Has.Count.EqualTo(1).And.One.EndsWith("Number the values from 0 without a gap."));

    [Test]
    public void A_section_where_a_value_belongs_is_reported() =>
        Assert.That(WeatherSettings.FindUnknown(("Key:Value", "canary")), Has.Count.EqualTo(1).And.One.Contains("weather:Key").And.None.Contains("canary"));

    [Test]
    public void Hostile_names_are_escaped() =>
        Assert.That(WeatherSettings.FindUnknown(("Evil\r\nHeader", "x"))[0], Does.Not.Contain("\n").And.Contain("\\u000D"));
}
