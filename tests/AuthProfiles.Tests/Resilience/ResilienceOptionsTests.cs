using AuthProfiles.Settings;

namespace AuthProfiles.Tests.Resilience;

internal sealed class ResilienceOptionsTests
{
    [Test]
    public void Defaults_are_those_that_are_documented()
    {
        var options = new ResilienceOptions();

        Assert.Multiple(() =>
        {
            Assert.That(options.MaxRetries, Is.EqualTo(3));
            Assert.That(options.AttemptTimeout, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(options.MaxRetryAfter, Is.EqualTo(TimeSpan.FromSeconds(60)));
            Assert.That(options.BaseDelay, Is.EqualTo(TimeSpan.FromSeconds(1)));
        });
    }

    [TestCase(-1)]
    [TestCase(11)]
    public void A_number_outside_of_the_range_is_refused(int retries) =>
        Assert.That(() => new ResilienceOptions { MaxRetries = retries }, Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("0 to 10"));

    [TestCase(0.0999, -0.001, -0.001)]
    [TestCase(3600.001, 600.001, 30.001)]
    public void A_duration_outside_of_the_range_is_refused(double attempt, double retryAfter, double baseDelay)
    {
        Assert.That(() => new ResilienceOptions { AttemptTimeout = TimeSpan.FromSeconds(attempt) }, Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ResilienceOptions { MaxRetryAfter = TimeSpan.FromSeconds(retryAfter) }, Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ResilienceOptions { BaseDelay = TimeSpan.FromSeconds(baseDelay) }, Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Every_option_is_a_setting_with_the_same_range()
    {
        var settings = ResilienceSettings.All.Describe(new());

        Assert.That(settings.Select(static setting => setting.Name), Is.EquivalentTo(typeof(ResilienceOptions).GetProperties().Select(static property => property.Name)));
        foreach (var setting in settings)
        {
            foreach (var bound in new[] { setting.Minimum!, setting.Maximum! })
            {
                var options = new ResilienceOptions();
                List<SettingFinding> errors = [];
                var configuration = new Microsoft.Extensions.Configuration.ConfigurationBuilder().Add(
                    new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = [KeyValuePair.Create($"AuthProfiles:Zendesk:support:{setting.Name}", (string?)bound)] }).Build();

                ResilienceSettings.All.Read(configuration, new("Zendesk", "support", "AuthProfiles:Zendesk"), options, errors);

                Assert.That(errors, Is.Empty);
                Assert.That(ResilienceSettings.All.Describe(options).Single(read => read.Name == setting.Name).Default, Is.EqualTo(bound));
            }
        }
    }
}
