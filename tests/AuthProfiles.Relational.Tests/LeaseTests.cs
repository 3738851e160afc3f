using System.Transactions;
using AuthProfiles.Relational.Tests.Infrastructure;
using Npgsql;

namespace AuthProfiles.Relational.Tests;

public sealed class LeaseTests : DatabaseTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(1);

    [Test]
    public async Task A_lease_is_one_holders_until_it_is_given_back()
    {
        var (store, other) = (Database.Store(), Database.Store(Database.Open()));
        var lease = await store.TryLeaseAsync(Key, Duration);
        Assert.That(lease!.Key, Is.EqualTo(Key));
        Assert.That(await other.TryLeaseAsync(Key, Duration), Is.Null);
        Assert.That(await other.TryLeaseAsync(new("calendar", "acme"), Duration), Is.Not.Null);
        await lease.DisposeAsync();
        Assert.That(await other.TryLeaseAsync(Key, Duration), Is.Not.Null);
    }

    [Test]
    public async Task Of_many_that_ask_at_once_one_gets_it()
    {
        var store = Database.Store();
        await store.ReadAsync(Key);
        var leases = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () => await store.TryLeaseAsync(Key, Duration))));
        Assert.That(leases.Count(static lease => lease is not null), Is.EqualTo(1));
    }

    [Test]
    public async Task An_expired_lease_is_anybodys_and_its_old_holder_gives_nothing_back()
    {
        var store = Database.Store();
        var old = await store.TryLeaseAsync(Key, Duration);
        await ExpireAsync();
        var next = await store.TryLeaseAsync(Key, Duration);
        Assert.That(next, Is.Not.Null);
        await old!.DisposeAsync();
        await old.DisposeAsync();
        Assert.That(await store.TryLeaseAsync(Key, Duration), Is.Null);
    }

    [Test]
    public async Task It_ends_by_the_databases_clock_and_not_by_this_machines()
    {
        await using var lease = await Database.Store(clock: new Testing.ManualClock()).TryLeaseAsync(Key, Duration);
        var years = new Testing.ManualClock();
        years.Advance(TimeSpan.FromDays(3650));
        Assert.That(await Database.Store(clock: years).TryLeaseAsync(Key, Duration), Is.Null);
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_leases WHERE lasts_until BETWEEN clock_timestamp() + interval '1 second' AND clock_timestamp() + interval '1 minute'"), Is.EqualTo(1));
    }

    [Test]
    public async Task It_is_extended_after_a_third_of_its_duration_while_its_holder_lives()
    {
        var clock = new Testing.WatchedClock(Database.Clock, Duration / 3);
        await using var lease = await Database.Store(clock: clock).TryLeaseAsync(Key, Duration);
        await clock.WaitedAsync();
        for (var i = 0; i < 3; i++)
        {
            await IsExtendedAsync(clock);
        }

        Assert.That(await Database.Store().TryLeaseAsync(Key, Duration), Is.Null);
    }

    [Test]
    public async Task It_is_extended_after_the_transaction_that_it_was_taken_in_has_ended()
    {
        var clock = new Testing.WatchedClock(Database.Clock, Duration / 3);
        IRenewalLease? lease;
        using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            lease = await Database.Store(clock: clock).TryLeaseAsync(Key, Duration);
            scope.Complete();
        }

        await using (lease)
        {
            await clock.WaitedAsync();
            await IsExtendedAsync(clock);
        }
    }

    [Test]
    public async Task A_lease_that_was_given_back_is_not_extended()
    {
        var source = new CountedSource(Database.Source);
        var store = new RelationalConnectionStore(source, new(Database.Protector), Database.Clock);
        var lease = await store.TryLeaseAsync(Key, Duration);
        await lease!.DisposeAsync();
        var asked = source.Opened;
        Database.Clock.Advance(Duration * 2);
        Assert.That(source.Opened, Is.EqualTo(asked));
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_leases"), Is.Zero);
    }

    [Test]
    public async Task What_somebody_else_took_meanwhile_is_not_extended()
    {
        var source = new CountedSource(Database.Source);
        var store = new RelationalConnectionStore(source, new(Database.Protector), Database.Clock);
        await using var old = await store.TryLeaseAsync(Key, Duration);
        await ExpireAsync();

        // Its clock stands still, so that nothing but the old holder could extend it.
        await using var next = await Database.Store(clock: new Testing.ManualClock()).TryLeaseAsync(Key, Duration);
        await ExpireAsync();
        var asked = source.Opened;
        Database.Clock.Advance(Duration / 3);
        await source.NextAsync(asked);
        await source.QuietAsync();
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_leases WHERE lasts_until > clock_timestamp()"), Is.Zero);

        // It has seen that, and asks no more.
        asked = source.Opened;
        Database.Clock.Advance(Duration);
        Assert.That(source.Opened, Is.EqualTo(asked));
    }

    [Test]
    public async Task A_dead_database_is_no_busy_lease()
    {
        var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Password=canary");
        await using (nowhere)
        {
            var error = await FailsAsync(() => Database.Store(nowhere).TryLeaseAsync(Key, Duration).AsTask());
            Assert.That(error.ToString(), Does.Contain("NpgsqlException").And.Not.Contain("canary").And.Not.Contain("127.0.0.1"));
        }
    }

    [Test]
    public void A_lease_lasts_for_a_while() =>
        Assert.That(async () => await Database.Store().TryLeaseAsync(Key, TimeSpan.Zero), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private Task<int> ExpireAsync() => Database.RunAsync("UPDATE authprofiles_leases SET lasts_until = clock_timestamp() - interval '1 second'");

    // The holder waits for its turn before and after it.
    private async Task IsExtendedAsync(Testing.WatchedClock clock)
    {
        await ExpireAsync();
        Database.Clock.Advance(Duration / 3);
        await clock.WaitedAsync();
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_leases WHERE lasts_until > clock_timestamp()"), Is.EqualTo(1));
    }
}
