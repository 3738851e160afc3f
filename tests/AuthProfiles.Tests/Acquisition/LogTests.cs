using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Tests.Acquisition;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LogTests
{
    private readonly ManualClock _clock = new();
    private readonly ListLogger _logger = new();

    [Test]
    [Category("I2")]
    public async Task An_acquisition_is_logged_without_the_credential()
    {
        using var source = SourceOf((_, _, _) => ValueTask.FromResult(Credential.Bearer("s3cret", _clock.GetUtcNow().AddHours(1))));

        var name = ConnectionName.Create("counted", "acme", "mia");
        await source.Environment.Store.TryWriteAsync(new() { Key = new("counted", name), State = ConnectionState.Active }, 0, CancellationToken.None);

        await source.AcquireAsync(name, CancellationToken.None);

        var entry = _logger.Entries.Single();
        Assert.That((entry.Level, entry.Id.Id, entry.Id.Name), Is.EqualTo((LogLevel.Debug, 1, "CredentialAcquired")));
        Assert.That(entry.Message, Does.Contain("'acme'").And.Not.Contain("s3cret").And.Not.Contain("mia"));
    }

    [Test]
    public async Task A_failed_first_acquisition_and_a_failed_renewal_are_different_warnings()
    {
        var fails = true;
        using var source = SourceOf((_, request, _) => fails
            ? throw request.Failure(AuthorizationErrorKind.Transient, "it rains s3cret", isTransient: true)
            : ValueTask.FromResult(Credential.Bearer("token", _clock.GetUtcNow().AddHours(1))));
        await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None));
        _clock.Advance(TimeSpan.FromMinutes(2));
        fails = false;
        var held = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        fails = true;

        await source.RenewAsync(ConnectionName.Own, held, CancellationToken.None);

        Assert.That(_logger.Entries.Select(static entry => (entry.Level, entry.Id.Name)), Is.EqualTo(new[]
        {
            (LogLevel.Warning, "AcquisitionFailed"),
            (LogLevel.Debug, "CredentialAcquired"),
            (LogLevel.Debug, "CredentialRefused"),
            (LogLevel.Warning, "RenewalFailed"),
        }));
        Assert.That(_logger.Entries.Select(static entry => entry.Id.Id), Is.EqualTo(new[] { 3, 1, 4, 2 }));
        Assert.That(_logger.Entries.Select(static entry => entry.Message), Has.None.Contains("s3cret"));
    }

    [Test]
    public async Task A_hostile_tenant_forges_no_line()
    {
        using var source = SourceOf((_, _, _) => ValueTask.FromResult(Credential.Bearer("token")));

        await source.AcquireAsync(new ConnectionName("a\r\nb'\u202e", null), CancellationToken.None);

        Assert.That(_logger.Entries.Single().Message, Does.Contain(@"'a\u000D\u000Ab\u0027\u202E'"));
    }

    private CredentialSource SourceOf(Func<int, CredentialRequest, CancellationToken, ValueTask<Credential>> acquire) =>
        new(new CountingProfile((number, request, token) => acquire(number, request, token)), new(static () => throw new InvalidOperationException(), _clock, new InMemoryConnectionStore()) { Logger = _logger });
}
