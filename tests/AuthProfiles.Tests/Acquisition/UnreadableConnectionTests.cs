using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Acquisition;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class UnreadableConnectionTests
{
    private static readonly ConnectionName Mia = ConnectionName.Create("kept", null, "mia");
    private static readonly ConnectionKey Key = new("kept", null, "mia");

    private readonly ManualTime _clock = new();
    private readonly ListLogger _logger = new();
    private readonly RotatingProvider _provider;
    private readonly FaultyStore _store;

    public UnreadableConnectionTests()
    {
        _provider = new(_clock);
        _store = new(new InMemoryConnectionStore());
    }

    [TestCase(ConnectionFault.KeyMissing, "Give the key back")]
    [TestCase(ConnectionFault.Altered, "damaged or altered")]
    [TestCase(ConnectionFault.RolledBack, "an older state")]
    [Category("I9")]
    public async Task What_can_not_be_read_asks_for_authorization_says_why_and_stays_as_it_is(ConnectionFault fault, string why)
    {
        await _store.TryWriteAsync(new() { Key = Key, Grant = _provider.Issue() }, 0);
        _store.Fault = fault;
        using var source = SourceOf();

        var error = await Assert.CatchAsync<AuthorizationRequiredException>(() => source.AcquireAsync(Mia, CancellationToken.None).AsTask());

        Assert.That(error!.Message, Does.Contain(why));
        Assert.That(_logger.Entries.Select(static entry => entry.Id.Name), Does.Contain("ConnectionUnreadable"));
        _store.Fault = null;
        Assert.That((await _store.ReadAsync(Key))!.Version, Is.EqualTo(1));
    }

    [Test]
    public async Task A_key_that_comes_back_makes_the_connection_good_again()
    {
        await _store.TryWriteAsync(new() { Key = Key, Grant = _provider.Issue() }, 0);
        _store.Fault = ConnectionFault.KeyMissing;
        using var source = SourceOf();
        await Assert.CatchAsync<AuthorizationRequiredException>(() => source.AcquireAsync(Mia, CancellationToken.None).AsTask());
        _store.Fault = null;
        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.That((await source.AcquireAsync(Mia, CancellationToken.None)).Credential.Fields[0].Value.Reveal(), Is.EqualTo("Bearer access-1"));
    }

    private CredentialSource SourceOf() =>
        new(new KeepingProfile(_provider), new(static () => throw new InvalidOperationException("No token client here."), _clock, _store) { Logger = _logger });
}
