using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Tests.Acquisition;

[Category("I8")]
[Category("I9")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class UnsavedGrantTests
{
    private static readonly ConnectionKey Key = new("kept", "acme", "mia");
    private static readonly ConnectionName Mia = ConnectionName.Create("kept", "acme", "mia");

    private readonly ManualClock _clock = new();
    private readonly ListLogger _logger = new();
    private readonly RotatingProvider _provider;
    private readonly WatchedStore _store;

    public UnsavedGrantTests()
    {
        _provider = new(_clock);
        _store = new();
    }

    [Test]
    public async Task RT_5_A_grant_that_the_store_does_not_take_serves_and_is_written_again_until_it_does()
    {
        using var source = await RotateInVainAsync();

        Assert.That(source.TryGetWarm(Mia, out var held), Is.True);
        Assert.That(held!.Credential.Fields[0].Value.Reveal(), Is.EqualTo("Bearer access-2"));
        Assert.That(_logger.Entries.Select(static entry => (entry.Level, entry.Id.Id, entry.Id.Name)), Does.Contain((LogLevel.Error, 5, "GrantUnsaved")));

        await PassAsync(TimeSpan.FromMinutes(3));
        var inVain = _store.Writes;
        _store.BeforeWrite = static _ => Task.CompletedTask;
        await PassAsync(TimeSpan.FromMinutes(2));
        await Eventually.HoldsAsync(() => Has("GrantSaved"));

        Assert.That(inVain, Is.InRange(5, 12), "the pauses grow to a minute");
        Assert.That((await _store.Inner.ReadAsync(Key))!.Connection.Grant!.RefreshToken!.Reveal(), Is.EqualTo("refresh-2"));
        Assert.That(_provider.Redemptions, Is.EqualTo(1));
    }

    [Test]
    public async Task RT_5_A_refresh_token_is_not_redeemed_before_it_is_durable()
    {
        using var source = await RotateInVainAsync();
        source.TryGetWarm(Mia, out var held);

        Assert.That(await source.RenewAsync(Mia, held!, CancellationToken.None), Is.Null);
        _clock.Advance(TimeSpan.FromHours(2));
        var error = await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(Mia, CancellationToken.None));

        Assert.That((error!.Kind, error.IsTransient), Is.EqualTo((AuthorizationErrorKind.StoreFailure, true)));
        Assert.That(_provider.Redemptions, Is.EqualTo(1));

        _store.BeforeWrite = static _ => Task.CompletedTask;
        _clock.Advance(TimeSpan.FromMinutes(2));
        var next = await source.AcquireAsync(Mia, CancellationToken.None);
        Assert.That(next.Credential.Fields[0].Value.Reveal(), Is.EqualTo("Bearer access-3"));
        Assert.That((_provider.Redemptions, _provider.Reuses), Is.EqualTo((2, 0)));
    }

    [Test]
    public async Task RT_5_A_write_that_happened_although_it_was_called_a_failure_is_found()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));
        _clock.Advance(TimeSpan.FromHours(2));
        _store.AfterWrite = static () => throw new TimeoutException();
        await source.AcquireAsync(Mia, CancellationToken.None);
        _store.AfterWrite = static () => Task.CompletedTask;

        await PassAsync(TimeSpan.FromSeconds(5));
        await Eventually.HoldsAsync(() => Has("GrantSaved"));

        Assert.That((await _store.Inner.ReadAsync(Key))!.Version, Is.EqualTo(2));
        Assert.That(source.TryGetTarget(Mia, out var target), Is.True);
        Assert.That((target!.StoredVersion, Has("GrantSuperseded")), Is.EqualTo((2L, false)));
    }

    [Test]
    public async Task A_write_that_hangs_keeps_nobody_waiting_for_ever()
    {
        await ConnectAsync();
        using var source = SourceOf(new KeepingProfile(_provider));
        _clock.Advance(TimeSpan.FromHours(2));
        var hangs = new TaskCompletionSource();
        _store.BeforeWrite = async _ =>
        {
            hangs.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
        };

        var waiting = source.AcquireAsync(Mia, CancellationToken.None).AsTask();
        await hangs.Task;
        _clock.Advance(TimeSpan.FromSeconds(11));

        Assert.That((await waiting.WaitAsync(TimeSpan.FromSeconds(30))).Credential.Fields[0].Value.Reveal(), Is.EqualTo("Bearer access-2"));
    }

    [Test]
    public async Task An_entry_with_an_unsaved_grant_is_never_forgotten()
    {
        using var source = await RotateInVainAsync();
        var entry = new CredentialEntry(Mia) { Unsaved = new(_provider.Issue(), Origin: null!) };
        var table = new System.Collections.Concurrent.ConcurrentDictionary<ConnectionName, CredentialEntry> { [Mia] = entry };
        table[ConnectionName.Own] = new(ConnectionName.Own);
        var bound = new EntryBound(table, bound: 16);
        for (var i = 0; i < 64; i++)
        {
            bound.MakeRoom();
        }

        Assert.That(table.Keys, Is.EqualTo(new[] { Mia }));
    }

    [Test]
    public async Task Disposal_waits_for_a_grant_that_is_on_its_way_and_saves_it()
    {
        await ConnectAsync();
        var source = SourceOf(new KeepingProfile(_provider));
        _clock.Advance(TimeSpan.FromHours(2));
        var halt = new Halt();
        _provider.During = halt.HoldAsync;
        var waiting = source.AcquireAsync(Mia, CancellationToken.None).AsTask();
        await halt.Reached;

        var disposing = source.DisposeAsync().AsTask();
        Assert.That(disposing.IsCompleted, Is.False);
        halt.Release();
        await disposing;

        Assert.That((await _store.Inner.ReadAsync(Key))!.Connection.Grant!.RefreshToken!.Reveal(), Is.EqualTo("refresh-2"));
        await waiting;
    }

    [Test]
    public async Task Disposal_writes_an_unsaved_grant_once_more()
    {
        var source = await RotateInVainAsync();
        _store.BeforeWrite = static _ => Task.CompletedTask;

        await source.DisposeAsync();

        Assert.That((await _store.Inner.ReadAsync(Key))!.Connection.Grant!.RefreshToken!.Reveal(), Is.EqualTo("refresh-2"));
    }

    [Test]
    public async Task Disposal_waits_for_ten_seconds_at_the_most()
    {
        await ConnectAsync();
        var source = SourceOf(new KeepingProfile(_provider));
        _clock.Advance(TimeSpan.FromHours(2));
        var halt = new Halt();
        _provider.During = halt.HoldAsync;
        _ = source.AcquireAsync(Mia, CancellationToken.None).AsTask();
        await halt.Reached;

        var disposing = source.DisposeAsync().AsTask();
        _clock.Advance(TimeSpan.FromSeconds(11));

        await disposing.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None), Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.Cancelled));
    }

    private bool Has(string name) => _logger.Entries.Any(entry => entry.Id.Name == name);

    private async Task<CredentialSource> RotateInVainAsync()
    {
        await ConnectAsync();
        var source = SourceOf(new KeepingProfile(_provider));
        _clock.Advance(TimeSpan.FromHours(2));
        _store.BeforeWrite = static _ => throw new IOException("disk full");
        await source.AcquireAsync(Mia, CancellationToken.None);
        return source;
    }

    private async Task ConnectAsync() => await _store.TryWriteAsync(new() { Key = Key, Grant = _provider.Issue() }, 0);

    // In steps, so that what a timer sets off comes to rest before the next.
    private async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(1))
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, CancellationToken.None);
        }
    }

    private CredentialSource SourceOf(KeepingProfile profile) =>
        new(profile, new(static () => throw new InvalidOperationException("No token client here."), _clock, _store) { Logger = _logger, NextRandom = static () => 1 });
}
