using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>Connections in settings or code of a profile that keeps grants.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GivenConnectionTests
{
    private static readonly ConnectionName Acme = ConnectionName.Create("kept", "acme", null);
    private static readonly ConnectionKey Key = new("kept", "acme");

    private readonly ManualClock _clock = new();
    private readonly RotatingProvider _provider;
    private readonly WatchedStore _store;

    public GivenConnectionTests()
    {
        _provider = new(_clock);
        _store = new();
    }

    [Test]
    public async Task What_is_given_obtains_the_first_grant_and_the_stored_grant_the_next()
    {
        var profile = Given("right");
        using var first = SourceOf(profile);
        await AcquireAsync(first);
        using var afterRestart = SourceOf(profile);

        var held = await AcquireAsync(afterRestart);
        _clock.Advance(TimeSpan.FromHours(2));
        var renewed = await AcquireAsync(afterRestart);

        Assert.That((TokenOf(held), TokenOf(renewed)), Is.EqualTo(("Bearer access-1", "Bearer access-2")));
        Assert.That(profile.Passwords, Has.Count.EqualTo(1));
        Assert.That((await StoredAsync()).Version, Is.EqualTo(2));
    }

    [Test]
    public async Task What_is_given_is_not_written_to_the_store()
    {
        using var source = SourceOf(Given("right"));

        await AcquireAsync(source);

        Assert.That((await StoredAsync()).Connection.Inputs, Is.Empty);
    }

    [Test]
    public async Task What_is_given_goes_before_what_is_stored()
    {
        await _store.TryWriteAsync(new() { Key = Key, Inputs = Inputs("wrong") }, 0);
        using var source = SourceOf(Given("right"));

        Assert.That(TokenOf(await AcquireAsync(source)), Is.EqualTo("Bearer access-1"));
    }

    [Test]
    public async Task A_dead_grant_is_replaced_by_what_is_given()
    {
        var profile = Given("right");
        using var source = SourceOf(profile);
        await AcquireAsync(source);
        _provider.Revoke();
        _clock.Advance(TimeSpan.FromHours(2));

        var held = await AcquireAsync(source);

        Assert.That(TokenOf(held), Is.EqualTo("Bearer access-2"));
        Assert.That(profile.Passwords, Has.Count.EqualTo(2));
        Assert.That((await StoredAsync()).Connection.State, Is.EqualTo(ConnectionState.Active));
    }

    [Test]
    public async Task A_wrong_password_is_sent_once_or_the_account_would_be_locked()
    {
        var profile = Given("wrong");
        using var source = SourceOf(profile);

        for (var i = 0; i < 5; i++)
        {
            Assert.That(async () => await AcquireAsync(source), Throws.TypeOf<AuthorizationRequiredException>());
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.That(profile.Passwords, Is.EqualTo(new[] { "wrong" }));
    }

    [Test]
    public async Task What_was_taken_back_stays_so()
    {
        await _store.TryWriteAsync(new() { Key = Key, State = ConnectionState.Revoked }, 0);
        var profile = Given("right");
        using var source = SourceOf(profile);

        Assert.That(async () => await AcquireAsync(source), Throws.TypeOf<AuthorizationRequiredException>());
        Assert.That(profile.Passwords, Is.Empty);
    }

    [Test]
    public async Task A_stored_password_is_forgotten_once_it_has_served()
    {
        var key = new ConnectionKey("kept", "acme", "mia");
        await _store.TryWriteAsync(new() { Key = key, Inputs = Inputs("right") }, 0);
        using var source = SourceOf(new KeepingProfile(_provider, takesPassword: true));

        await source.AcquireAsync(ConnectionName.Create("kept", "acme", "mia"), CancellationToken.None);

        Assert.That((await _store.Inner.ReadAsync(key))!.Connection.Inputs.Keys, Is.EqualTo(new[] { "username" }));
    }

    private static Task<HeldCredential> AcquireAsync(CredentialSource source) => source.AcquireAsync(Acme, CancellationToken.None).AsTask();

    private static string TokenOf(HeldCredential held) => held.Credential.Fields[0].Value.Reveal();

    private static System.Collections.Immutable.ImmutableDictionary<string, SecretValue> Inputs(string password) =>
        System.Collections.Immutable.ImmutableDictionary.CreateRange(StringComparer.Ordinal, [new KeyValuePair<string, SecretValue>("username", "mia"), new("password", password)]);

    private async Task<StoredConnection> StoredAsync() => (await _store.Inner.ReadAsync(Key))!;

    private KeepingProfile Given(string password) =>
        new(_provider, options => options.Connections["acme"] = Inputs(password), takesPassword: true);

    private CredentialSource SourceOf(KeepingProfile profile) =>
        new(profile, new(static () => throw new InvalidOperationException("No token client here."), _clock, _store));
}
