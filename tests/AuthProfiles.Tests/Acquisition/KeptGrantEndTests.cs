using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>What is told and logged of grants that are superseded, discarded, not saved or not renewed.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class KeptGrantEndTests
{
    private const string Whose = "kept for acme, user mia: ";

    private static readonly ConnectionName Mia = ConnectionName.Create("kept", "acme", "mia");
    private static readonly ConnectionKey Key = new("kept", "acme", "mia");

    private readonly ManualClock _clock = new();
    private readonly ListLogger _logger = new();
    private readonly RotatingProvider _provider;
    private readonly WatchedStore _store = new();

    public KeptGrantEndTests() => _provider = new(_clock);

    [TestCase("revokes", "revoked")]
    [TestCase("refuses", "not revoked")]
    [TestCase("fails", "not revoked")]
    [TestCase("can not", "not revoked")]
    public async Task A_grant_of_a_connection_that_was_deleted_meanwhile_is_discarded_and_told_as_what_became_of_it(string provider, string expected)
    {
        using var source = await ExpiredAsync(provider == "can not" ? new Plain(_provider) : new Revoking(_provider, provider));
        _provider.During = async () => await _store.DeleteAsync(Key);

        var error = await Assert.CatchAsync<AuthorizationRequiredException>(() => AcquireAsync(source));

        Assert.That(error!.Message, Is.EqualTo(Whose + "the connection was deleted while it was renewed: its owner must authorize again."));
        Assert.That(Logged("GrantDiscarded"), Is.EqualTo(new[] { (LogLevel.Warning, 8, $"The connection of profile kept for tenant 'acme' was deleted while it was renewed: the new grant is discarded and {expected}.") }));
    }

    [Test]
    public async Task A_connection_that_was_taken_back_meanwhile_takes_no_grant()
    {
        using var source = await ExpiredAsync(new KeepingProfile(_provider));
        _provider.During = () => ChangeAsync(static connection => connection with { State = ConnectionState.Revoked });

        await Assert.CatchAsync<AuthorizationRequiredException>(() => AcquireAsync(source));

        Assert.That((await StoredAsync()).Connection.Grant!.AccessToken.Reveal(), Is.EqualTo("access-1"));
        Assert.That(source.TryGetWarm(Mia, out _), Is.False);
    }

    [Test]
    public async Task A_grant_that_another_one_has_superseded_is_logged()
    {
        using var source = await ExpiredAsync(new KeepingProfile(_provider));
        _provider.During = () => ChangeAsync(connection => connection with { Grant = _provider.Issue() });

        await AcquireAsync(source);

        Assert.That(Logged("GrantSuperseded"), Is.EqualTo(new[] { (LogLevel.Debug, 9, "Somebody else has renewed the connection of profile kept for tenant 'acme': that grant is used.") }));
    }

    [Test]
    public async Task A_dead_grant_is_logged()
    {
        using var source = await ExpiredAsync(new KeepingProfile(_provider));
        _provider.Revoke();

        await Assert.CatchAsync<AuthorizationRequiredException>(() => AcquireAsync(source));

        Assert.That(Logged("ConnectionExpired"), Is.EqualTo(new[] { (LogLevel.Warning, 7, "The provider of profile kept no longer accepts the grant of tenant 'acme': the connection has expired, and its owner must authorize again.") }));
    }

    [Test]
    public async Task A_grant_that_only_shares_its_access_token_is_another([Values] bool sharesAccess)
    {
        using var source = await ExpiredAsync(new KeepingProfile(_provider));
        _provider.During = () => ChangeAsync(connection => connection with
        {
            Grant = connection.Grant! with { AccessToken = sharesAccess ? "access-1" : "another", RefreshToken = sharesAccess ? "another" : "refresh-1", ExpiresAt = _clock.GetUtcNow().AddHours(1) },
        });

        var held = await AcquireAsync(source);

        Assert.That(held.Credential.Fields[0].Value.Reveal(), Is.EqualTo(sharesAccess ? "Bearer access-1" : "Bearer another"));
        Assert.That(Logged("GrantSuperseded"), Has.Count.EqualTo(1));
    }

    [Test]
    [Category("I8")]
    public async Task A_grant_is_written_five_times_while_something_else_changes_and_then_kept_for_later()
    {
        using var source = await ExpiredAsync(new KeepingProfile(_provider));
        var before = _store.Writes;
        var labels = 0;
        _store.BeforeWrite = _ => ChangeAsync(connection => connection with { AccountLabel = $"label-{labels++}" });

        var held = await AcquireAsync(source);

        Assert.That((held.Credential.Fields[0].Value.Reveal(), _store.Writes - before), Is.EqualTo(("Bearer access-2", 5)));
        Assert.That(Logged("GrantUnsaved"), Is.EqualTo(new[]
        {
            (LogLevel.Error, 5, "Profile kept was given a new grant for tenant 'acme', and the connection store does not take it (AuthorizationException). It is kept in memory and written again; its access token serves, its refresh token does not before it is saved."),
        }));

        _clock.Advance(TimeSpan.FromHours(2));
        var error = await Assert.CatchAsync<AuthorizationException>(() => AcquireAsync(source));
        Assert.That((error!.Kind, error.IsTransient, error.Message), Is.EqualTo((AuthorizationErrorKind.StoreFailure, true, Whose + "the connection changes faster than its grant can be written.")));
    }

    [Test]
    [Category("I8")]
    public async Task A_grant_that_can_not_be_saved_in_time_is_not_renewed_before_it_is()
    {
        using var source = await ExpiredAsync(new KeepingProfile(_provider));
        _store.BeforeWrite = static _ => throw new IOException();
        await AcquireAsync(source);
        await LaterWriteAsync();
        _clock.Advance(TimeSpan.FromMinutes(59.5));
        await LaterWriteAsync();

        // The next later one is half a minute away: this write is the acquisition's own.
        var never = new TaskCompletionSource();
        var writes = _store.Writes;
        _store.BeforeWrite = _ => never.Task;
        var waiting = AcquireAsync(source);
        await Eventually.HoldsAsync(() => _store.Writes > writes);
        _clock.Advance(TimeSpan.FromSeconds(10));

        var error = await Assert.CatchAsync<AuthorizationException>(() => waiting);
        Assert.That((error!.Kind, error.IsTransient, error.Message), Is.EqualTo((AuthorizationErrorKind.StoreFailure, true, Whose + "the last grant could not be saved in time, and is not renewed before it is.")));
        Assert.That(_provider.Redemptions, Is.EqualTo(1));
        _store.BeforeWrite = static _ => throw new IOException();
        never.SetException(new IOException());
    }

    [Test]
    [Category("I8")]
    public async Task A_grant_that_is_saved_later_is_the_one_that_is_looked_at_from_then_on()
    {
        using var source = await ExpiredAsync(new KeepingProfile(_provider));
        _store.BeforeWrite = static _ => throw new IOException();
        await AcquireAsync(source);
        _store.BeforeWrite = static _ => Task.CompletedTask;
        await Eventually.HoldsAsync(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return Logged("GrantSaved").Count > 0;
        });

        Assert.That(source.TryGetTarget(Mia, out var target), Is.True);
        Assert.That((target!.StoredVersion, target.Grant!.AccessToken.Reveal()), Is.EqualTo((2L, "access-2")));
        Assert.That(Logged("GrantSaved").Single(), Is.EqualTo((LogLevel.Information, 6, "The connection store has taken the grant of profile kept for tenant 'acme' that it did not take before.")));
    }

    [Test]
    [Category("I10")]
    public async Task A_connection_that_others_renew_all_the_time_is_given_up_after_five_attempts()
    {
        var profile = new KeepingProfile(_provider);
        using var source = await ExpiredAsync(profile);
        _provider.During = () => ChangeAsync(connection => connection with { Grant = _provider.Issue() with { ExpiresAt = _clock.GetUtcNow() } });

        var error = await Assert.CatchAsync<AuthorizationException>(() => AcquireAsync(source));

        Assert.That((error!.Kind, error.IsTransient, error.Message), Is.EqualTo((AuthorizationErrorKind.Transient, true, Whose + "the connection changes faster than it can be renewed.")));
        Assert.That(profile.Renewals, Has.Count.EqualTo(5));
    }

    [Test]
    [Category("I8")]
    public async Task A_refresh_token_of_a_refused_answer_goes_with_the_grant_that_it_came_from()
    {
        var profile = new KeepingProfile(_provider);
        using var source = await ExpiredAsync(profile);
        profile.Faults.Enqueue(static request =>
        {
            request.Notes.RefreshToken = "refresh-next";
            throw request.Failure(AuthorizationErrorKind.InvalidToken, "the token can't be used");
        });

        await Assert.CatchAsync<AuthorizationException>(() => AcquireAsync(source));

        var grant = (await StoredAsync()).Connection.Grant!;
        Assert.That((grant.AccessToken.Reveal(), grant.RefreshToken!.Reveal(), grant.ExpiresAt), Is.EqualTo(("access-1", "refresh-next", (DateTimeOffset?)ManualClock.Start.AddHours(1))));
    }

    [Test]
    [Category("I8")]
    public async Task A_refresh_token_of_a_first_answer_that_is_refused_is_kept_with_what_the_profile_noted_and_a_token_that_has_ended()
    {
        await _store.TryWriteAsync(new() { Key = Key }, 0);
        var profile = new KeepingProfile(_provider);
        profile.Faults.Enqueue(static request =>
        {
            (request.Notes.RefreshToken, request.Notes.Issuer, request.Notes.ClientId) = ("refresh-first", "https://login.example", "app");
            throw request.Failure(AuthorizationErrorKind.InvalidToken, "the token can't be used");
        });
        using var source = SourceOf(profile);

        await Assert.CatchAsync<AuthorizationException>(() => AcquireAsync(source));

        var grant = (await StoredAsync()).Connection.Grant!;
        Assert.That(
            (grant.AccessToken.Reveal(), grant.RefreshToken!.Reveal(), grant.ExpiresAt, grant.ObtainedAt, grant.Issuer, grant.ClientId),
            Is.EqualTo(("no-usable-access-token", "refresh-first", (DateTimeOffset?)DateTimeOffset.UnixEpoch, _clock.GetUtcNow(), "https://login.example", "app")));
    }

    [Test]
    public async Task A_token_that_has_ended_to_the_tick_is_renewed_in_turn()
    {
        await ConnectAsync();
        var leases = 0;
        _store.BeforeLease = () =>
        {
            leases++;
            return Task.CompletedTask;
        };
        _clock.Advance(TimeSpan.FromHours(1));
        using var source = SourceOf(new KeepingProfile(_provider));

        Assert.That((await AcquireAsync(source)).Credential.Fields[0].Value.Reveal(), Is.EqualTo("Bearer access-2"));
        Assert.That((_provider.Redemptions, leases), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Pauses_between_looks_for_a_turn_double_from_a_twentieth_of_a_second_to_a_second()
    {
        var looks = new List<double>();
        var time = new ManualTime();
        var provider = new RotatingProvider(time);
        await _store.TryWriteAsync(new() { Key = Key, Grant = provider.Issue() }, 0);
        time.Advance(TimeSpan.FromHours(2));
        var began = time.GetUtcNow();
        await using var other = await _store.Inner.TryLeaseAsync(Key, TimeSpan.FromDays(1));
        _store.BeforeLease = () =>
        {
            looks.Add((time.GetUtcNow() - began).TotalMilliseconds);
            return Task.CompletedTask;
        };
        using var source = new CredentialSource(new KeepingProfile(provider), new(static () => throw new InvalidOperationException("No token client here."), time, _store) { NextRandom = static () => 1 });

        var waiting = AcquireAsync(source);
        await time.RunAsync(waiting.ContinueWith(static _ => { }, TaskScheduler.Default));

        Assert.That(looks.Take(8), Is.EqualTo(new[] { 0, 50.0, 150, 350, 750, 1550, 2550, 3550 }));
        Assert.That((looks.Count, looks[^1]), Is.EqualTo((45, 40_550.0)));
        Assert.That((await Assert.CatchAsync<AuthorizationException>(() => waiting))!.Message, Is.EqualTo(Whose + "another process has been renewing it for 40 seconds."));
    }

    [Test]
    public async Task A_connection_that_changes_while_another_has_the_turn_is_read_again_at_once()
    {
        using var source = await ExpiredAsync(new KeepingProfile(_provider));
        await using var other = await _store.Inner.TryLeaseAsync(Key, TimeSpan.FromDays(1));
        _store.BeforeLease = () => ChangeAsync(connection => connection with { Grant = _provider.Issue() });

        var waiting = AcquireAsync(source);
        await Eventually.HoldsAsync(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return waiting.IsCompleted;
        });

        Assert.That((await waiting).Credential.Fields[0].Value.Reveal(), Is.EqualTo("Bearer access-2"));
    }

    [Test]
    [Category("I9")]
    public async Task A_turn_that_can_not_be_checked_is_given_back()
    {
        using var source = await ExpiredAsync(new KeepingProfile(_provider));
        _store.BeforeLease = () =>
        {
            _store.BeforeRead = static () => throw new IOException();
            return Task.CompletedTask;
        };

        await Assert.CatchAsync<AuthorizationException>(() => AcquireAsync(source));

        await using var next = await _store.Inner.TryLeaseAsync(Key, TimeSpan.FromSeconds(1));
        Assert.That(next, Is.Not.Null);
    }

    [Test]
    public async Task Where_nobody_can_say_whose_turn_it_is_the_error_says_what_failed()
    {
        using var source = await ExpiredAsync(new KeepingProfile(_provider));
        _store.BeforeLease = static () => throw new TimeoutException("canary");

        var error = await Assert.CatchAsync<AuthorizationException>(() => AcquireAsync(source));

        Assert.That((error!.Kind, error.Message), Is.EqualTo((AuthorizationErrorKind.StoreFailure, Whose + "the connection store failed with TimeoutException.")));
    }

    [Test]
    public async Task A_credential_that_comes_from_no_grant_is_renewed_as_such()
    {
        await _store.TryWriteAsync(new() { Key = new("orders", "acme", "mia") }, 0);
        var renewals = new List<bool>();
        using var source = SourceOf(WithoutGrant(renewals));
        var first = await AcquireAsync(source);

        await source.RenewAsync(Mia, first, CancellationToken.None);

        Assert.That(renewals, Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public async Task A_first_grant_that_was_stored_meanwhile_is_used_and_not_renewed()
    {
        await _store.TryWriteAsync(new() { Key = new("orders", "acme", "mia") }, 0);
        var renewals = new List<bool>();
        using var source = SourceOf(WithoutGrant(renewals));
        var first = await AcquireAsync(source);
        await _store.TryWriteAsync(new() { Key = new("orders", "acme", "mia"), Grant = _provider.Issue() }, 1);

        await source.RenewAsync(Mia, first, CancellationToken.None);

        Assert.That(renewals, Is.EqualTo(new[] { false, false }));
    }

    [Test]
    public async Task A_quiet_logger_is_told_nothing([Values] bool isRevoked)
    {
        var quiet = new QuietLogger();
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        using var source = new CredentialSource(new KeepingProfile(_provider), EnvironmentOf() with { Logger = quiet });
        if (isRevoked)
        {
            _provider.Revoke();
        }

        await AcquireAsync(source).ContinueWith(static _ => { }, TaskScheduler.Default);

        Assert.That(quiet.Told, Is.Zero);
    }

    // Notes of each acquisition whether it is a renewal, and gives a credential without a grant.
    private static TraitProfile WithoutGrant(List<bool> renewals) =>
        new(new() { AuthorizationType = "Keeping", KeepsGrant = true, Renewable = true }, static _ => { }, (request, _) =>
        {
            renewals.Add(request.IsRenewal);
            return new(new Acquired(Credential.Bearer($"token-{renewals.Count}", request.Clock.GetUtcNow().AddHours(1))));
        });

    private static Task<HeldCredential> AcquireAsync(CredentialSource source) => source.AcquireAsync(Mia, CancellationToken.None).AsTask();

    private async Task<CredentialSource> ExpiredAsync(IAuthorizationProfile profile)
    {
        await ConnectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        return SourceOf(profile);
    }

    private Task LaterWriteAsync()
    {
        var writes = _store.Writes;
        return Eventually.HoldsAsync(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return _store.Writes > writes;
        });
    }

    private async Task ConnectAsync() => await _store.TryWriteAsync(new() { Key = Key, Grant = _provider.Issue() }, 0);

    private async Task ChangeAsync(Func<Connection, Connection> change)
    {
        var stored = await StoredAsync();
        await _store.Inner.TryWriteAsync(change(stored.Connection), stored.Version);
    }

    private async Task<StoredConnection> StoredAsync() => (await _store.Inner.ReadAsync(Key))!;

    private List<(LogLevel Level, int Id, string Message)> Logged(string name) =>
        [.. _logger.Entries.Where(entry => entry.Id.Name == name).Select(static entry => (entry.Level, entry.Id.Id, entry.Message))];

    private CredentialSource SourceOf(IAuthorizationProfile profile) => new(profile, EnvironmentOf());

    private SourceEnvironment EnvironmentOf() => new(static () => throw new InvalidOperationException("No token client here."), _clock, _store) { Logger = _logger };

    // Its provider takes nothing back.
    private sealed class Plain(RotatingProvider provider) : IAuthorizationProfile
    {
        private readonly KeepingProfile _inner = new(provider);

        public ProfileDefinition Definition => _inner.Definition;

        public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken) => _inner.AcquireAsync(request, cancellationToken);
    }

    // Its provider takes a grant back, or does not, or fails in a way of its own.
    private sealed class Revoking(RotatingProvider provider, string how) : IAuthorizationProfile, AuthProfiles.Profiles.IGrantRevocation
    {
        private readonly KeepingProfile _inner = new(provider);

        public ProfileDefinition Definition => _inner.Definition;

        public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken) => _inner.AcquireAsync(request, cancellationToken);

        public ValueTask<bool> RevokeAsync(CredentialRequest request, CancellationToken cancellationToken) =>
            how == "fails" ? throw new InvalidOperationException("canary") : new(how == "revokes");
    }

    private sealed class QuietLogger : ILogger
    {
        public int Told { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => false;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Told++;
    }
}
