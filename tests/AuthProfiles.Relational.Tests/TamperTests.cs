using AuthProfiles.Relational.Tests.Infrastructure;

namespace AuthProfiles.Relational.Tests;

public sealed class TamperTests : DatabaseTests
{
    private static readonly ConnectionKey Other = new("calendar", "acme", "noah");

    [Test]
    public async Task Nothing_secret_stands_in_the_tables()
    {
        await Database.Store().TryWriteAsync(Labelled("canary"), 0);
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_connections c WHERE position('canary'::bytea in c.sealed) > 0 OR c::text LIKE '%canary%'"), Is.Zero);
    }

    [Test]
    public async Task Rows_that_were_swapped_are_refused()
    {
        var store = Database.Store();
        await store.TryWriteAsync(Labelled("mia"), 0);
        await store.TryWriteAsync(Labelled("noah", Other), 0);
        await Database.RunAsync(
            """
            UPDATE authprofiles_connections SET user_name = 'x' WHERE user_name = 'mia';
            UPDATE authprofiles_connections SET user_name = 'mia' WHERE user_name = 'noah';
            UPDATE authprofiles_connections SET user_name = 'noah' WHERE user_name = 'x';
            """);
        await FaultyAsync(ConnectionFault.Altered);
    }

    [Test]
    public async Task An_altered_row_is_refused_and_kept([Values("set_byte(sealed, 20, get_byte(sealed, 20) # 1)", "substring(sealed from 1 for 30)", "''::bytea")] string altered)
    {
        await Database.Store().TryWriteAsync(Labelled("mia"), 0);
        await Database.RunAsync($"UPDATE authprofiles_connections SET sealed = {altered}");
        await FaultyAsync(ConnectionFault.Altered);
    }

    [Test]
    public async Task A_version_that_was_altered_is_refused()
    {
        await Database.Store().TryWriteAsync(Labelled("mia"), 0);
        await Database.RunAsync("UPDATE authprofiles_connections SET version = version + 1");
        await FaultyAsync(ConnectionFault.Altered);
    }

    [Test]
    public async Task A_key_that_is_gone_and_comes_back_loses_nothing()
    {
        var store = Database.Store();
        await store.TryWriteAsync(Labelled("mia"), 0);
        Database.Protector.IsKeyLost = true;
        Assert.That((await store.ReadAsync(Key))!.Fault, Is.EqualTo(ConnectionFault.KeyMissing));
        Database.Protector.IsKeyLost = false;
        Assert.That((await store.ReadAsync(Key))!.Connection.AccountLabel, Is.EqualTo("mia"));
    }

    [Test]
    public async Task An_older_row_is_noticed_by_who_has_seen_a_newer_and_is_healed_by_the_next_write()
    {
        var store = Database.Store();
        var first = await store.TryWriteAsync(Labelled("old"), 0);
        await Database.RunAsync("CREATE TABLE backup AS SELECT * FROM authprofiles_connections");
        var version = first;
        for (var i = 0; i < 5; i++)
        {
            version = await store.TryWriteAsync(Labelled($"newer-{i}"), version!.Value);
        }

        await Database.RunAsync("DELETE FROM authprofiles_connections; INSERT INTO authprofiles_connections SELECT * FROM backup");
        var read = await store.ReadAsync(Key);
        Assert.That(read!.Fault, Is.EqualTo(ConnectionFault.RolledBack));
        Assert.That(read.Version, Is.EqualTo(first));

        // A process that has just started can't know, and writes; the other one then believes it.
        Database.Clock.Advance(TimeSpan.FromMinutes(1));
        var fresh = Database.Store();
        Assert.That((await fresh.ReadAsync(Key))!.Fault, Is.Null);
        await fresh.TryWriteAsync(Labelled("healed"), first!.Value);
        var healed = await store.ReadAsync(Key);
        Assert.That(healed!.Fault, Is.Null);
        Assert.That(healed.Connection.AccountLabel, Is.EqualTo("healed"));
    }

    [Test]
    public async Task A_connection_that_was_restored_after_its_deletion_is_noticed()
    {
        var store = Database.Store();
        await store.TryWriteAsync(Labelled("old"), 0);
        await Database.RunAsync("CREATE TABLE backup AS SELECT * FROM authprofiles_connections");
        await Database.Store().DeleteAsync(Key);

        // The sight of a deletion is enough.
        Assert.That(await store.ReadAsync(Key), Is.Null);
        await Database.RunAsync("DELETE FROM authprofiles_connections; INSERT INTO authprofiles_connections SELECT * FROM backup");
        Assert.That((await store.ReadAsync(Key))!.Fault, Is.EqualTo(ConnectionFault.RolledBack));
    }

    private async Task FaultyAsync(ConnectionFault fault)
    {
        var store = Database.Store();
        var read = await store.ReadAsync(Key);
        Assert.That(read!.Fault, Is.EqualTo(fault));
        Assert.That(read.Connection.State, Is.EqualTo(ConnectionState.AuthorizationRequired));
        Assert.That(read.Connection.Grant, Is.Null);
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_connections WHERE user_name = 'mia' AND sealed IS NOT NULL"), Is.EqualTo(1));

        // Its owner authorizes it again, under the version that was read.
        Assert.That(await store.TryWriteAsync(Labelled("again"), read.Version), Is.GreaterThan(read.Version));
        Assert.That((await store.ReadAsync(Key))!.Connection.AccountLabel, Is.EqualTo("again"));
    }
}
