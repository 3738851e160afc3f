using AuthProfiles.Settings;

namespace AuthProfiles.Tests.Settings;

internal sealed class SettingDescriptionTests
{
    private static readonly IReadOnlyList<SettingDescription> Descriptions = WeatherSettings.All.Describe(new WeatherOptions { Key = "canary" });

    [TestCase("BaseUrl", SettingType.Text, null)]
    [TestCase("Key", SettingType.Text, null)]
    [TestCase("Header", SettingType.Text, "api-key")]
    [TestCase("Metric", SettingType.Flag, "true")]
    [TestCase("Days", SettingType.Number, "7")]
    [TestCase("RenewBefore", SettingType.Duration, "00:01:00")]
    [TestCase("Season", SettingType.Choice, "Summer")]
    [TestCase("AlsoAllow", SettingType.TextList, "https://default.example")]
    [TestCase("Scope", SettingType.TextMap, "scope=read")]
    [TestCase("Limits:MaxRetries", SettingType.Number, "3")]
    public void Type_and_default_are_described(string name, SettingType type, string? value)
    {
        var description = Descriptions.Single(description => description.Name == name);

        Assert.That(description.Type, Is.EqualTo(type));
        Assert.That(description.Default, Is.EqualTo(value));
        Assert.That(description.Sentence, Is.Not.Empty);
        Assert.That(description.IsSecret, Is.EqualTo(name == "Key"));
    }

    [Test]
    public void Ranges_and_choices_are_described()
    {
        SettingDescription Of(string name) => Descriptions.Single(description => description.Name == name);

        Assert.Multiple(() =>
        {
            Assert.That((Of("Days").Minimum, Of("Days").Maximum), Is.EqualTo(("1", "14")));
            Assert.That((Of("RenewBefore").Minimum, Of("RenewBefore").Maximum), Is.EqualTo(("00:00:00", "01:00:00")));
            Assert.That((Of("Limits:MaxRetries").Minimum, Of("Limits:MaxRetries").Maximum), Is.EqualTo(("0", "10")));
            Assert.That(Of("Season").Choices, Is.EqualTo(new[] { "Winter", "Summer" }));
            Assert.That(Of("Scope").Choices, Is.EqualTo(new[] { "scope", "audience" }));
            Assert.That(Of("Key").Choices, Is.Empty);
        });
    }

    [Test]
    public void The_order_is_that_of_the_list() => Assert.That(Descriptions.Select(static description => description.Name).First(), Is.EqualTo("BaseUrl"));
}
