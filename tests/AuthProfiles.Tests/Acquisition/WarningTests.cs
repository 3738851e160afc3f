using System.Net;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Tests.Acquisition;

public sealed class WarningTests
{
    private readonly ManualClock _clock = new();

    [TestCaseSource(nameof(All))]
    public async Task A_warning_is_logged_once_for_each_connection_under_its_own_id(int id)
    {
        var warning = (AcquisitionWarning)id;
        var logger = new ListLogger();
        using var source = Source(logger, (_, request) => request.Warn(warning));

        foreach (var tenant in (string[])["acme", "globex"])
        {
            var held = await source.AcquireAsync(new ConnectionName(tenant, null), CancellationToken.None);
            await source.RenewAsync(new ConnectionName(tenant, null), held, CancellationToken.None);
        }

        var logged = logger.Entries.Where(static entry => entry.Level == LogLevel.Warning).ToArray();
        Assert.That(logged.Select(static entry => (entry.Id.Id, entry.Id.Name)), Is.EqualTo(Enumerable.Repeat((id, warning.ToString()), 2)));
        Assert.That(logged[0].Message, Is.EqualTo($"Profile counted, tenant 'acme': {warning.Describe()}"));
    }

    [Test]
    public async Task A_failed_acquisition_warns_too()
    {
        var logger = new ListLogger();
        using var source = Source(logger, static (_, request) =>
        {
            request.Warn(AcquisitionWarning.PasswordGrant);
            throw request.Failure(AuthorizationErrorKind.OAuthError, "no");
        });

        await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None));

        Assert.That(logger.Entries.Select(static entry => entry.Id.Name), Is.EqualTo(new[] { "PasswordGrant", "AcquisitionFailed" }));
    }

    [Test]
    [Category("R43")]
    public async Task The_test_tells_that_the_second_key_had_to_be_used()
    {
        using var primary = new StubPrimary(static request => new(request.Headers.GetValues("x-api-key").Single() == "second" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized));
        await using var provider = With(primary, static options => (options.Key, options.SecondaryKey) = ("first", "second"));

        var result = await provider.GetRequiredService<IAuthorizationTester>().TestAsync("weather");

        Assert.That((result.Succeeded, result.Warnings), Is.EqualTo((true, new[] { AcquisitionWarning.SecondaryUsed.Describe() })));
        Assert.That(result.ToString(), Does.EndWith($"{Environment.NewLine}Warning: {AcquisitionWarning.SecondaryUsed.Describe()}"));
    }

    [Test]
    public async Task The_test_of_what_needs_no_mending_has_no_warnings()
    {
        using var primary = new StubPrimary();
        await using var provider = With(primary, static options => options.Key = "first");

        var result = await provider.GetRequiredService<IAuthorizationTester>().TestAsync("weather");

        Assert.That((result.Succeeded, result.Warnings.Count), Is.EqualTo((true, 0)));
        Assert.That(result.ToString(), Does.Not.Contain("Warning"));
    }

    [Test]
    public async Task A_renewal_is_told_which_credential_was_refused()
    {
        var refused = new List<Credential?>();
        using var source = Source(new ListLogger(), (_, request) => refused.Add(request.Refused));
        var held = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);

        await source.RenewAsync(ConnectionName.Own, held, CancellationToken.None);
        _clock.Advance(TimeSpan.FromHours(2));
        await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);

        Assert.That(refused, Is.EqualTo(new[] { null, held.Credential, null }));
    }

    private static IEnumerable<int> All() => Enum.GetValues<AcquisitionWarning>().Select(static warning => (int)warning);

    private static ServiceProvider With(StubPrimary primary, Action<ApiKeyOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddApiKey("weather", options =>
        {
            (options.BaseUrl, options.Probe) = ("https://api.example/", "GET me");
            configure(options);
        });
        services.AddHttpClient("weather").AddAuthorizationProfile("weather").ConfigurePrimaryHttpMessageHandler(() => primary);
        return services.BuildServiceProvider();
    }

    private CredentialSource Source(ILogger logger, Action<int, CredentialRequest> before) => new(
        new CountingProfile((number, request, _) =>
        {
            before(number, request);
            return new(Credential.Bearer($"token-{number}", request.Clock.GetUtcNow().AddHours(1)));
        }),
        new(static () => throw new InvalidOperationException("No token client here."), _clock, new InMemoryConnectionStore()) { Logger = logger });
}
