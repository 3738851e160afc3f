using AuthProfiles.Settings;

namespace AuthProfiles.Tests.Settings;

internal sealed class SettingSectionTests
{
    [Test]
    public void A_missing_setting_is_an_instruction() =>
        Assert.That(
            WeatherSettings.Section.Missing("Key").ToString(),
            Is.EqualTo("Profile 'weather': Key is missing. Set AuthProfiles:Profiles:weather:Key (environment: AuthProfiles__Profiles__weather__Key)."));

    [Test]
    public void A_tenants_section_names_the_tenant() =>
        Assert.That(
            new SettingSection("Zendesk", "support", "AuthProfiles:Zendesk").ForTenant("acme").Missing("Subdomain").ToString(),
            Is.EqualTo("Zendesk 'support' for tenant 'acme': Subdomain is missing. Set AuthProfiles:Zendesk:support:Connections:acme:Subdomain"
                + " (environment: AuthProfiles__Zendesk__support__Connections__acme__Subdomain)."));

    [TestCase("acme:Key")]
    [TestCase(":")]
    [TestCase("")]
    [TestCase(" ")]
    public void A_name_that_would_read_another_section_is_refused(string name)
    {
        Assert.That(() => new SettingSection("Profile", name, "AuthProfiles:Profiles"), Throws.ArgumentException);
        Assert.That(() => WeatherSettings.Section.ForTenant(name), Throws.ArgumentException);
    }

    [Test]
    public void A_hostile_tenant_is_escaped_in_sentences_and_read_as_it_is()
    {
        var section = WeatherSettings.Section.ForTenant("a\nb");

        Assert.That(section.Missing("Key").ToString(), Does.Not.Contain("\n"));
        Assert.That(section.Path, Does.EndWith("Connections:a\nb"));
    }
}
