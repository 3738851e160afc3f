using AuthProfiles.Tests.Consent;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthProfiles.Tests.Verification;

[TestFixture]
public sealed class SecretAgeTests
{
    [TestCase(30.1, null)]
    [TestCase(30, "expires on 2026-06-03")]
    [TestCase(1, "expires on 2026-05-05")]
    [TestCase(0, "has expired on 2026-05-04")]
    [TestCase(-1, "has expired on 2026-05-03")]
    public async Task From_thirty_days_before_a_secret_ends_the_start_and_the_test_warn(double days, string? warning)
    {
        var logger = new RecordingLogger();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new ManualTime()).AddSingleton<ILoggerFactory>(logger);
        services.AddAuthProfiles().AddApiKey("weather", o => (o.BaseUrl, o.Key, o.SecretExpiresOn) = ("https://weather.example/", "canary-key", ManualTime.Start.AddDays(days)));
        await using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();
        var result = await provider.GetRequiredService<IAuthorizationTester>().TestAsync("weather");

        Assert.That(result.Succeeded, Is.True);
        if (warning is null)
        {
            Assert.That(logger.Entries.Where(static entry => entry.Id.Id == 40), Is.Empty);
            Assert.That(result.Warnings, Is.Empty);
            return;
        }

        var logged = logger.Entries.Single(static entry => entry.Id.Id == 40);
        Assert.Multiple(() =>
        {
            Assert.That((logged.Level, logged.Id.Name), Is.EqualTo((LogLevel.Warning, "SecretExpires")));
            Assert.That(logged.Text, Does.Contain("weather").And.Contain(warning).And.Contain("AuthProfiles:Profiles:weather:SecretExpiresOn").And.Not.Contain("canary"));
            Assert.That(result.Warnings.Single(), Does.Contain(warning));
            Assert.That(result.ToString(), Does.Contain(warning));
        });
    }

    [Test]
    public async Task A_test_that_fails_warns_too()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new ManualTime());
        services.AddAuthProfiles().AddApiKey("weather", static o => (o.BaseUrl, o.SecretExpiresOn) = ("https://weather.example/", ManualTime.Start));
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<IAuthorizationTester>().TestAsync("weather");

        Assert.That(result.Succeeded, Is.False);
        Assert.That(result.Warnings, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_earliest_of_all_days_is_a_day()
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddApiKey("weather", static o => (o.BaseUrl, o.Key, o.SecretExpiresOn) = ("https://weather.example/", "k", DateTimeOffset.MinValue));
        await using var provider = services.BuildServiceProvider();

        Assert.That(() => provider.GetRequiredService<IStartupValidator>().Validate(), Throws.Nothing);
    }
}
