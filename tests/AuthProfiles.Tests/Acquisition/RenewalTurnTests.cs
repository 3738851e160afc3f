using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>Each source stands for a process: they have the store and the provider in common, and nothing else.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RenewalTurnTests
{
    private static readonly ConnectionName Mia = ConnectionName.Create("kept", "acme", "mia");
    private static readonly ConnectionKey Key = new("kept", "acme", "mia");

    private readonly ManualTime _clock = new();
    private readonly RotatingProvider _provider;
    private readonly WatchedStore _store;

    public RenewalTurnTests()
    {
        _provider = new(_clock);
        _store = new();
    }

    [Test]
    [Category("I8")]
    public async Task RT_1_One_of_ten_processes_renews_and_the_others_use_what_it_has_stored()
    {
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        _provider.During = () => Task.Delay(TimeSpan.FromSeconds(1), _clock);
        var sources = Enumerable.Range(0, 10).Select(_ => SourceOf()).ToArray();

        var all = Task.WhenAll(sources.Select(AcquireAsync));
        await _clock.RunAsync(all);

        Assert.That((await all).Select(TokenOf).Distinct(), Is.EqualTo(new[] { "Bearer access-2" }));
        Assert.That((_provider.Redemptions, _provider.Reuses), Is.EqualTo((1, 0)));
        Array.ForEach(sources, static source => source.Dispose());
    }

    [Test]
    [Category("I8")]
    public async Task What_was_renewed_before_the_turn_was_taken_is_not_renewed_again()
    {
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        using var here = SourceOf();
        using var there = SourceOf();
        _store.BeforeLease = async () =>
        {
            _store.BeforeLease = static () => Task.CompletedTask;
            await AcquireAsync(there);
        };

        Assert.That(TokenOf(await AcquireAsync(here)), Is.EqualTo("Bearer access-2"));
        Assert.That((_provider.Redemptions, _provider.Reuses), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task A_grant_that_appears_while_another_has_the_turn_is_used_although_it_never_ends()
    {
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        using var source = SourceOf();
        await using var other = await _store.Inner.TryLeaseAsync(Key, TimeSpan.FromDays(1));

        var waiting = AcquireAsync(source);
        var stored = await _store.Inner.ReadAsync(Key);
        await _store.Inner.TryWriteAsync(stored!.Connection with { Grant = _provider.Issue() }, stored.Version);
        await _clock.RunAsync(waiting);

        Assert.That((TokenOf(await waiting), _provider.Redemptions), Is.EqualTo(("Bearer access-2", 0)));
    }

    [Test]
    [Category("I10")]
    public async Task Nobody_waits_for_a_turn_without_a_bound()
    {
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        using var source = SourceOf();
        await using var other = await _store.Inner.TryLeaseAsync(Key, TimeSpan.FromDays(1));
        var began = _clock.GetUtcNow();

        var waiting = AcquireAsync(source);
        await _clock.RunAsync(waiting.ContinueWith(static _ => { }, TaskScheduler.Default));

        var error = (await Assert.CatchAsync<AuthorizationException>(() => waiting))!;
        Assert.That((error.Kind, error.IsTransient), Is.EqualTo((AuthorizationErrorKind.Transient, true)));
        Assert.That(error.Message, Does.Contain("another process has been renewing it for 40 seconds"));
        Assert.That(_clock.GetUtcNow() - began, Is.LessThan(TimeSpan.FromSeconds(45)));
        Assert.That(_provider.Redemptions, Is.Zero);
    }

    [Test]
    public async Task A_token_that_lives_serves_while_another_has_the_turn()
    {
        await ConnectAsync();
        using var source = SourceOf();
        await AcquireAsync(source);
        await using var other = await _store.Inner.TryLeaseAsync(Key, TimeSpan.FromDays(1));
        _clock.Advance(TimeSpan.FromMinutes(57));

        Assert.That((TokenOf(await AcquireAsync(source)), _provider.Redemptions), Is.EqualTo(("Bearer access-1", 0)));
    }

    [Test]
    [Category("I9")]
    public async Task A_lease_service_that_is_dead_is_told_from_a_busy_one_and_nothing_is_redeemed()
    {
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        using var source = SourceOf();
        _store.BeforeLease = static () => throw new IOException("Host=db;Password=canary");

        var error = await Assert.CatchAsync<AuthorizationException>(() => AcquireAsync(source));

        Assert.That((error!.Kind, error.IsTransient, _provider.Redemptions), Is.EqualTo((AuthorizationErrorKind.StoreFailure, true, 0)));
        Assert.That(error.ToString(), Does.Not.Contain("canary"));
    }

    [Test]
    public async Task A_profile_that_says_so_renews_alone_where_nobody_can_say_whose_turn_it_is()
    {
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        using var source = SourceOf(renewsAlone: true);
        _store.BeforeLease = static () => throw new IOException();

        Assert.That(TokenOf(await AcquireAsync(source)), Is.EqualTo("Bearer access-2"));
    }

    [Test]
    public async Task A_turn_ends_with_its_renewal_be_it_in_vain([Values] bool isRevoked)
    {
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        using var source = SourceOf();
        if (isRevoked)
        {
            _provider.Revoke();
        }

        await AcquireAsync(source).ContinueWith(static _ => { }, TaskScheduler.Default);

        await using var next = await _store.Inner.TryLeaseAsync(Key, TimeSpan.FromSeconds(1));
        Assert.That(next, Is.Not.Null);
    }

    [Test]
    [Category("I8")]
    public async Task RT_5_The_turn_lasts_until_the_grant_is_saved_so_that_nobody_redeems_the_token_that_was_spent()
    {
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        await using var source = SourceOf();
        _store.BeforeWrite = static _ => throw new IOException();

        Assert.That(TokenOf(await AcquireAsync(source)), Is.EqualTo("Bearer access-2"));
        Assert.That(await _store.Inner.TryLeaseAsync(Key, TimeSpan.FromSeconds(1)), Is.Null);

        _store.BeforeWrite = static _ => Task.CompletedTask;
        await Eventually.HoldsAsync(async () =>
        {
            // The next attempt may not be waiting yet when the time passes.
            _clock.Advance(TimeSpan.FromSeconds(2));
            return await _store.Inner.ReadAsync(Key) is { Version: 2 };
        });
        IRenewalLease? next = null;
        await Eventually.HoldsAsync(async () => (next ??= await _store.Inner.TryLeaseAsync(Key, TimeSpan.FromSeconds(1))) is not null);
    }

    [Test]
    [Category("I8")]
    public async Task A_provider_slower_than_any_lease_is_asked_once()
    {
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        _provider.During = () => Task.Delay(TimeSpan.FromSeconds(38), _clock);
        using var here = SourceOf();
        using var there = SourceOf();

        var both = Task.WhenAll(AcquireAsync(here), AcquireAsync(there));
        await _clock.RunAsync(both);

        Assert.That((await both).Select(TokenOf), Is.All.EqualTo("Bearer access-2"));
        Assert.That((_provider.Redemptions, _provider.Reuses), Is.EqualTo((1, 0)));
    }

    [Test]
    [Category("I8")]
    public async Task A_turn_whose_grant_was_never_saved_ends_with_its_source()
    {
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        var source = SourceOf();
        _store.BeforeWrite = static _ => throw new IOException();
        await AcquireAsync(source);
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.That(await _store.Inner.TryLeaseAsync(Key, TimeSpan.FromSeconds(1)), Is.Null);

        await source.DisposeAsync();
        IRenewalLease? next = null;
        await Eventually.HoldsAsync(async () => (next ??= await _store.Inner.TryLeaseAsync(Key, TimeSpan.FromSeconds(1))) is not null);
    }

    [Test]
    [Category("I8")]
    public async Task A_token_that_ends_while_it_is_looked_at_is_renewed_in_turn_and_not_used()
    {
        await ConnectAsync();
        var profile = new KeepingProfile(_provider);
        var leases = 0;
        _store.BeforeLease = () =>
        {
            leases++;
            return Task.CompletedTask;
        };

        // The process is held up where it has found the token good and has not used it yet.
        _clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(20));
        profile.Faults.Enqueue(_ => _clock.Advance(TimeSpan.FromSeconds(30)));
        using var source = new CredentialSource(profile, EnvironmentOf(_store));

        Assert.That(TokenOf(await AcquireAsync(source)), Is.EqualTo("Bearer access-2"));
        Assert.That((_provider.Redemptions, leases), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_lease_that_can_not_be_given_back_spoils_nothing()
    {
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        using var source = new CredentialSource(new KeepingProfile(_provider), EnvironmentOf(new StubbornStore(_store)));

        var acquiring = AcquireAsync(source);
        await _clock.RunAsync(acquiring);

        Assert.That(TokenOf(await acquiring), Is.EqualTo("Bearer access-2"));
    }

    [Test]
    [Category("I10")]
    public async Task A_lease_that_comes_when_nobody_waits_any_longer_is_given_back()
    {
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        var late = new TaskCompletionSource();
        using var source = new CredentialSource(new KeepingProfile(_provider), EnvironmentOf(new SlowLeases(_store, late.Task)));

        var acquiring = AcquireAsync(source);
        await _clock.RunAsync(acquiring.ContinueWith(static _ => { }, TaskScheduler.Default));
        Assert.That((await Assert.CatchAsync<AuthorizationException>(() => acquiring))!.Kind, Is.EqualTo(AuthorizationErrorKind.Transient));
        var isHeld = new TaskCompletionSource();
        _store.BeforeLease = () =>
        {
            isHeld.TrySetResult();
            return Task.CompletedTask;
        };
        late.SetResult();
        await isHeld.Task;

        IRenewalLease? next = null;
        await Eventually.HoldsAsync(async () => (next ??= await _store.Inner.TryLeaseAsync(Key, TimeSpan.FromSeconds(1))) is not null);
    }

    private static Task<HeldCredential> AcquireAsync(CredentialSource source) => source.AcquireAsync(Mia, CancellationToken.None).AsTask();

    private static string TokenOf(HeldCredential held) => held.Credential.Fields[0].Value.Reveal();

    private async Task ConnectAsync() => await _store.TryWriteAsync(new() { Key = Key, Grant = _provider.Issue() }, 0);

    private CredentialSource SourceOf(bool renewsAlone = false) => new(new KeepingProfile(_provider, renewsAlone: renewsAlone), EnvironmentOf(_store));

    private SourceEnvironment EnvironmentOf(IConnectionStore store) => new(static () => throw new InvalidOperationException("No token client here."), _clock, store);

    // Its leases come late, and it does not look at the token of who waits.
    private sealed class SlowLeases(IConnectionStore inner, Task until) : IConnectionStore
    {
        public ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default) => inner.ReadAsync(key, cancellationToken);

        public ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default) => inner.TryWriteAsync(connection, expectedVersion, cancellationToken);

        public ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default) => inner.DeleteAsync(key, cancellationToken);

        public IAsyncEnumerable<ConnectionKey> ListAsync(string profile, CancellationToken cancellationToken = default) => inner.ListAsync(profile, cancellationToken);

        public async ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default)
        {
            await until;
            return await inner.TryLeaseAsync(key, duration, CancellationToken.None);
        }
    }
}
