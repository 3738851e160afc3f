using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Tests.Acquisition;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class KeptGrantTests
{
    private static readonly ConnectionName Mia = ConnectionName.Create("kept", "acme", "mia");
    private static readonly ConnectionKey Key = new("kept", "acme", "mia");

    private readonly ManualClock _clock = new();
    private readonly ListLogger _logger = new();
    private readonly RotatingProvider _provider;
    private readonly WatchedStore _store;

    public KeptGrantTests()
    {
        _provider = new(_clock);
        _store = new();
    }

    [Test]
    public async Task A_stored_token_that_lives_is_used_without_a_token_request()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));

        Assert.That(TokenOf(await AcquireAsync(source)), Is.EqualTo("Bearer access-1"));
        Assert.That((_provider.Redemptions, _store.Writes), Is.EqualTo((0, 1)));
    }

    [Test]
    [Category("I8")]
    public async Task A_rotated_token_is_in_the_store_before_the_credential_is_used()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));
        _clock.Advance(TimeSpan.FromHours(2));
        var seen = string.Empty;
        _store.AfterWrite = async () => seen = (await StoredAsync())!.Connection.Grant!.RefreshToken!.Reveal();

        var held = await AcquireAsync(source);

        Assert.That((TokenOf(held), seen), Is.EqualTo(("Bearer access-2", "refresh-2")));
    }

    [Test]
    public async Task What_another_process_has_renewed_is_used_without_a_token_request()
    {
        await ConnectAsync();
        using var here = SourceOf(new KeepingProfile(_provider));
        using var there = SourceOf(new KeepingProfile(_provider));
        await AcquireAsync(here);
        await AcquireAsync(there);
        _clock.Advance(TimeSpan.FromMinutes(59.5));
        await AcquireAsync(there);

        var held = await AcquireAsync(here);

        Assert.That((TokenOf(held), _provider.Redemptions, _provider.Reuses), Is.EqualTo(("Bearer access-2", 1, 0)));
    }

    [Test]
    public async Task A_401_redeems_nothing_where_another_process_has_renewed()
    {
        await ConnectAsync();
        var profile = new KeepingProfile(_provider);
        using var here = SourceOf(profile);
        using var there = SourceOf(new KeepingProfile(_provider));
        var refused = await AcquireAsync(here);
        await there.RenewAsync(Mia, await AcquireAsync(there), CancellationToken.None);

        var renewed = await here.RenewAsync(Mia, refused, CancellationToken.None);

        Assert.That((TokenOf(renewed!), _provider.Redemptions), Is.EqualTo(("Bearer access-2", 1)));
        Assert.That(profile.Renewals, Is.EqualTo(new[] { false, false }));
    }

    [Test]
    public async Task A_401_renews_although_somebody_has_changed_something_else_of_the_connection()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));
        var refused = await AcquireAsync(source);
        await ChangeAsync(connection => connection with { AccountLabel = "Mia" });

        var renewed = await source.RenewAsync(Mia, refused, CancellationToken.None);

        Assert.That(TokenOf(renewed!), Is.EqualTo("Bearer access-2"));
    }

    [Test]
    public async Task A_401_of_a_connection_that_the_provider_has_ended_says_that_its_owner_must_authorize_again()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));
        var refused = await AcquireAsync(source);
        _provider.Revoke();

        await Assert.ThatAsync(() => source.RenewAsync(Mia, refused, CancellationToken.None).AsTask(), Throws.TypeOf<AuthorizationRequiredException>());
        await Assert.ThatAsync(() => AcquireAsync(source), Throws.TypeOf<AuthorizationRequiredException>(), "the token that was refused is used no longer");
    }

    [Test]
    public async Task A_grant_that_is_refused_in_the_background_leaves_its_token_to_its_end()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));
        await AcquireAsync(source);
        _provider.Revoke();
        _clock.Advance(TimeSpan.FromMinutes(57));

        Assert.That(TokenOf(await AcquireAsync(source)), Is.EqualTo("Bearer access-1"));
        await Eventually.HoldsAsync(async () => (await StoredAsync())!.Connection.State == ConnectionState.Expired);
        Assert.That(TokenOf(await AcquireAsync(source)), Is.EqualTo("Bearer access-1"));
    }

    [Test]
    [Category("I8")]
    public async Task RT_6_A_refused_grant_that_another_process_has_replaced_is_no_dead_one()
    {
        await ConnectAsync();
        var profile = new KeepingProfile(_provider);
        using var source = SourceOf(profile);
        _clock.Advance(TimeSpan.FromHours(2));

        // The other process redeems and writes between this one's read and its redemption.
        profile.Faults.Enqueue(_ => RenewElsewhere());

        var held = await AcquireAsync(source);

        Assert.That(TokenOf(held), Is.EqualTo("Bearer access-2"));
        Assert.That((await StoredAsync())!.Connection.State, Is.EqualTo(ConnectionState.Active));
        Assert.That(profile.Renewals, Is.EqualTo(new[] { false, false }));
    }

    [Test]
    public async Task RT_6_A_dead_grant_expires_its_connection_once_and_is_never_redeemed_again()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));
        _provider.Revoke();
        _clock.Advance(TimeSpan.FromHours(2));

        var waiters = Enumerable.Range(0, 50).Select(_ => AcquireAsync(source)).ToArray();
        foreach (var waiter in waiters)
        {
            Assert.That(async () => await waiter, Throws.TypeOf<AuthorizationRequiredException>().With.Property("User").EqualTo("mia"));
        }

        for (var minutes = 0; minutes < 10; minutes++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            Assert.That(async () => await AcquireAsync(source), Throws.TypeOf<AuthorizationRequiredException>());
        }

        var stored = (await StoredAsync())!.Connection;
        Assert.That((stored.State, _provider.Redemptions, _store.Writes), Is.EqualTo((ConnectionState.Expired, 1, 2)));
        Assert.That(stored.Grant, Is.Not.Null, "it is never deleted");
        Assert.That(Events("ConnectionExpired"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_dead_grant_is_not_redeemed_again_where_the_store_can_not_be_told()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));
        _provider.Revoke();
        _clock.Advance(TimeSpan.FromHours(2));
        _store.BeforeWrite = static _ => throw new IOException("disk full");

        for (var i = 0; i < 5; i++)
        {
            await Assert.CatchAsync<AuthorizationException>(() => AcquireAsync(source));
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.That(_provider.Redemptions, Is.EqualTo(1));
    }

    [Test]
    public async Task An_owner_who_authorizes_again_is_served_again()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));
        _provider.Revoke();
        _clock.Advance(TimeSpan.FromHours(2));
        for (var i = 0; i < 10; i++)
        {
            await Assert.CatchAsync<AuthorizationRequiredException>(() => AcquireAsync(source));
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        await Assert.CatchAsync<AuthorizationRequiredException>(() => AcquireAsync(source));
        await ChangeAsync(connection => connection with { Grant = _provider.Issue(), State = ConnectionState.Active });
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.That(TokenOf(await AcquireAsync(source)), Is.EqualTo("Bearer access-2"));
    }

    [Test]
    public async Task RT_8_A_refresh_token_of_a_refused_answer_is_kept_and_the_call_fails()
    {
        await ConnectAsync();
        var profile = new KeepingProfile(_provider);
        using var source = SourceOf(profile);
        _clock.Advance(TimeSpan.FromHours(2));
        profile.Faults.Enqueue(request =>
        {
            request.Notes.RefreshToken = _provider.RedeemAsync(request.Connection.Grant!.RefreshToken!).GetAwaiter().GetResult()!.RefreshToken;
            throw request.Failure(AuthorizationErrorKind.InvalidToken, "the token is spent already");
        });

        await Assert.CatchAsync<AuthorizationException>(() => AcquireAsync(source));
        Assert.That((await StoredAsync())!.Connection.Grant!.RefreshToken!.Reveal(), Is.EqualTo("refresh-2"));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(TokenOf(await AcquireAsync(source)), Is.EqualTo("Bearer access-3"));
        Assert.That(_provider.Reuses, Is.Zero);
    }

    [Test]
    public async Task RT_9_A_renewal_of_a_connection_that_is_deleted_meanwhile_is_discarded_and_revoked()
    {
        await ConnectAsync();
        var profile = new KeepingProfile(_provider);
        using var source = SourceOf(profile);
        _clock.Advance(TimeSpan.FromHours(2));
        _provider.During = async () => await _store.DeleteAsync(Key);

        Assert.That(async () => await AcquireAsync(source), Throws.TypeOf<AuthorizationRequiredException>());

        Assert.That(await StoredAsync(), Is.Null);
        Assert.That(profile.Revoked, Is.EqualTo(new[] { "access-2" }));
        Assert.That(Events("GrantDiscarded").Single(), Does.Contain("revoked").And.Not.Contain("access-2"));
        Assert.That(source.TryGetWarm(Mia, out _), Is.False);
    }

    [Test]
    public async Task RT_9_A_deleted_connection_loses_its_living_token_at_the_next_look()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));
        await AcquireAsync(source);
        await _store.DeleteAsync(Key);
        _clock.Advance(TimeSpan.FromMinutes(56));

        await AcquireAsync(source);
        await Eventually.HoldsAsync(() => Events("AcquisitionFailed").Count == 1);

        Assert.That(async () => await AcquireAsync(source), Throws.TypeOf<AuthorizationRequiredException>());
    }

    [Test]
    [Category("I8")]
    public async Task A_change_of_something_else_during_a_renewal_loses_no_grant()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));
        _clock.Advance(TimeSpan.FromHours(2));
        _provider.During = () => ChangeAsync(connection => connection with { AccountLabel = "Mia" });

        var held = await AcquireAsync(source);

        var stored = (await StoredAsync())!.Connection;
        Assert.That((TokenOf(held), stored.Grant!.RefreshToken!.Reveal(), stored.AccountLabel), Is.EqualTo(("Bearer access-2", "refresh-2", "Mia")));
    }

    [Test]
    [Category("I8")]
    public async Task A_connection_that_another_process_calls_expired_lives_again_by_the_grant_that_this_one_was_given()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));
        _clock.Advance(TimeSpan.FromHours(2));
        _provider.During = () => ChangeAsync(connection => connection with { State = ConnectionState.Expired });

        await AcquireAsync(source);

        Assert.That((await StoredAsync())!.Connection.State, Is.EqualTo(ConnectionState.Active));
    }

    [Test]
    public async Task An_owner_who_authorizes_anew_during_a_renewal_is_served_by_the_new_authorization()
    {
        await ConnectAsync();
        var profile = new KeepingProfile(_provider);
        using var source = SourceOf(profile);
        _clock.Advance(TimeSpan.FromHours(2));
        _provider.During = () => ChangeAsync(connection => connection with { Grant = _provider.Issue() });

        var held = await AcquireAsync(source);

        Assert.That(TokenOf(held), Is.EqualTo("Bearer access-3"));
        Assert.That((await StoredAsync())!.Connection.Grant!.AccessToken.Reveal(), Is.EqualTo("access-3"));
        Assert.That(profile.Revoked, Is.Empty, "revoking one may end the other");
    }

    [Test]
    public async Task A_store_that_can_not_be_read_is_a_typed_error_that_passes()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));
        _store.BeforeRead = static () => throw new IOException("Host=db;Password=canary");

        var error = await Assert.CatchAsync<AuthorizationException>(() => AcquireAsync(source));

        Assert.That((error!.Kind, error.IsTransient), Is.EqualTo((AuthorizationErrorKind.StoreFailure, true)));
        Assert.That(error.ToString(), Does.Not.Contain("canary"));
        Assert.That(_provider.Redemptions, Is.Zero);
    }

    [Test]
    public async Task CLK_A_grant_of_the_future_is_believed_for_a_minute()
    {
        var grant = _provider.Issue();
        await _store.TryWriteAsync(new() { Key = Key, Grant = grant with { ObtainedAt = grant.ObtainedAt.AddDays(1), ExpiresAt = grant.ExpiresAt!.Value.AddDays(1) } }, 0);
        using var source = SourceOf(new KeepingProfile(_provider));

        Assert.That(TokenOf(await AcquireAsync(source)), Is.EqualTo("Bearer access-1"));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.That(TokenOf(await AcquireAsync(source)), Is.EqualTo("Bearer access-2"));
    }

    private Task<HeldCredential> AcquireAsync(CredentialSource source) => source.AcquireAsync(Mia, CancellationToken.None).AsTask();

    private static string TokenOf(HeldCredential held) => held.Credential.Fields[0].Value.Reveal();

    private async Task ConnectAsync() => await _store.TryWriteAsync(new() { Key = Key, Grant = _provider.Issue() }, 0);

    private async Task ChangeAsync(Func<Connection, Connection> change)
    {
        var stored = await _store.Inner.ReadAsync(Key);
        await _store.Inner.TryWriteAsync(change(stored!.Connection), stored.Version);
    }

    private void RenewElsewhere()
    {
        var stored = _store.Inner.ReadAsync(Key).AsTask().GetAwaiter().GetResult()!;
        var grant = _provider.RedeemAsync(stored.Connection.Grant!.RefreshToken!).GetAwaiter().GetResult()!;
        _store.Inner.TryWriteAsync(stored.Connection with { Grant = grant }, stored.Version).AsTask().GetAwaiter().GetResult();
    }

    private ValueTask<StoredConnection?> StoredAsync() => _store.Inner.ReadAsync(Key);

    private List<string> Events(string name) => [.. _logger.Entries.Where(entry => entry.Id.Name == name).Select(static entry => entry.Message)];

    private CredentialSource SourceOf(KeepingProfile profile) =>
        new(profile, new(static () => throw new InvalidOperationException("No token client here."), _clock, _store) { Logger = _logger });
}
