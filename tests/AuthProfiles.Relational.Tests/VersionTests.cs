using System.Transactions;
using AuthProfiles.Relational.Tests.Infrastructure;

namespace AuthProfiles.Relational.Tests;

public sealed class VersionTests : DatabaseTests
{
    [Test]
    public async Task The_first_version_is_the_clocks() =>
        Assert.That(await Database.Store().TryWriteAsync(Labelled("first"), 0), Is.EqualTo(Database.Clock.UtcNow.ToUnixTimeMilliseconds()));

    [Test]
    public async Task Versions_rise_where_the_clock_stands_still_or_was_set_back()
    {
        var store = Database.Store();
        var first = await store.TryWriteAsync(Labelled("first"), 0);
        var second = await store.TryWriteAsync(Labelled("second"), first!.Value);
        Assert.That(second, Is.EqualTo(first + 1));
        await store.DeleteAsync(Key);

        // Another node, with a clock that is late.
        Database.Clock.Advance(TimeSpan.FromDays(1));
        var ahead = await store.TryWriteAsync(Labelled("ahead"), 0);
        await store.DeleteAsync(Key);
        var late = Database.Store(clock: new Testing.ManualClock());
        Assert.That(await late.TryWriteAsync(Labelled("again"), 0), Is.EqualTo(ahead + 2));
        Assert.That((await late.ReadAsync(Key))!.Connection.AccountLabel, Is.EqualTo("again"));
    }

    [Test]
    public async Task Versions_rise_after_a_tombstone_was_purged()
    {
        var store = Database.Store();
        var first = await store.TryWriteAsync(Labelled("first"), 0);
        await store.DeleteAsync(Key);
        await Database.RunAsync("DELETE FROM authprofiles_connections");
        Database.Clock.Advance(TimeSpan.FromMilliseconds(2));
        Assert.That(await store.TryWriteAsync(Labelled("second"), 0), Is.GreaterThan(first!.Value + 1));
        Assert.That((await store.ReadAsync(Key))!.Fault, Is.Null);
    }

    [Test]
    public async Task A_deletion_purges_what_was_deleted_long_ago_and_nothing_else()
    {
        var store = Database.Store();
        foreach (var tenant in new[] { "old", "new", "live" })
        {
            await store.TryWriteAsync(Labelled(tenant, new("calendar", tenant)), 0);
        }

        await store.DeleteAsync(new("calendar", "old"));
        await store.DeleteAsync(new("calendar", "new"));
        await using var held = await store.TryLeaseAsync(new("calendar", "live"), TimeSpan.FromSeconds(30));
        await using var dead = await store.TryLeaseAsync(new("calendar", "dead"), TimeSpan.FromSeconds(30));
        await Database.RunAsync(
            """
            UPDATE authprofiles_connections SET deleted_at = deleted_at - interval '31 days' WHERE tenant = 'old';
            UPDATE authprofiles_connections SET changed_at = changed_at - interval '31 days' WHERE tenant = 'live';
            UPDATE authprofiles_leases SET lasts_until = lasts_until - interval '2 days' WHERE tenant = 'dead';
            """);

        await store.TryWriteAsync(Labelled("last", Key), 0);
        await store.DeleteAsync(Key);
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_connections WHERE tenant = 'old'"), Is.Zero);
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_connections"), Is.EqualTo(3));
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_leases"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_write_is_kept_though_the_callers_transaction_is_undone([Values] TransactionScopeAsyncFlowOption flow)
    {
        var store = Database.Store();
        long? version;
        if (flow == TransactionScopeAsyncFlowOption.Enabled)
        {
            using var scope = new TransactionScope(TransactionScopeOption.Required, flow);
            version = await store.TryWriteAsync(Labelled("kept"), 0);
        }
        else
        {
            using var scope = new TransactionScope(TransactionScopeOption.Required, flow);
            version = store.TryWriteAsync(Labelled("kept"), 0).AsTask().GetAwaiter().GetResult();
        }

        var read = await Database.Store().ReadAsync(Key);
        Assert.That(read?.Version, Is.EqualTo(version));
    }

    [Test]
    public async Task More_connections_than_a_page_are_listed_once_each()
    {
        var store = Database.Store();
        await store.ReadAsync(Key);
        await Database.RunAsync(
            """
            INSERT INTO authprofiles_connections (profile, tenant, user_name, version, sealed)
            SELECT 'calendar', CASE WHEN i % 3 = 0 THEN '' ELSE 't' || i % 7 END, 'u' || i, 1, '\x00' FROM generate_series(1, 1234) i
            """);
        await Database.RunAsync("INSERT INTO authprofiles_connections (profile, tenant, user_name, version, sealed) VALUES ('calendar', '', '', 1, '\\x00'), ('calendar', 'a:b', ' ', 1, '\\x00'), ('other', '', '', 1, '\\x00')");

        // One connection in all: whoever walks asks the store in between.
        var narrow = Database.Store(Database.Open(static settings => settings.MaxPoolSize = 1));
        var keys = new List<ConnectionKey>();
        await foreach (var key in narrow.ListAsync("calendar"))
        {
            keys.Add(key);
            if (keys.Count % 400 == 0)
            {
                await narrow.ReadAsync(key);
            }
        }

        Assert.That(keys, Is.Unique);
        Assert.That(keys, Has.Count.EqualTo(1235));
        Assert.That(keys, Does.Contain(new ConnectionKey("calendar")));
    }
}
