using AuthProfiles.Relational.Tests.Infrastructure;

namespace AuthProfiles.Relational.Tests;

public sealed class SchemaTests : DatabaseTests
{
    /// <summary>What the first version made. It is never changed: databases out there have it.</summary>
    private const string First =
        """
        CREATE TABLE authprofiles_schema (
          only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
          version integer NOT NULL);
        INSERT INTO authprofiles_schema (version) VALUES (1);
        CREATE TABLE authprofiles_connections (
          profile text COLLATE "C" NOT NULL,
          tenant text COLLATE "C" NOT NULL,
          user_name text COLLATE "C" NOT NULL,
          version bigint NOT NULL CHECK (version > 0),
          sealed bytea,
          deleted_at timestamptz,
          changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
          PRIMARY KEY (profile, tenant, user_name));
        CREATE INDEX authprofiles_deleted ON authprofiles_connections (deleted_at) WHERE sealed IS NULL;
        """;

    [Test]
    public async Task The_tables_are_made_at_the_first_use()
    {
        Assert.That(await Database.Store().ReadAsync(Key), Is.Null);
        Assert.That(await Database.CountAsync("SELECT version FROM authprofiles_schema"), Is.EqualTo(3));
    }

    [Test]
    public async Task Eight_stores_that_come_at_once_make_them_once()
    {
        var sources = Enumerable.Range(0, 8).Select(_ => Database.Open()).ToArray();

        // Connected already, so that nothing but the tables is left to race for.
        await Task.WhenAll(sources.Select(async source => await (await source.OpenConnectionAsync()).DisposeAsync()));
        var versions = await Task.WhenAll(sources.Select((source, i) => Task.Run(async () =>
            await Database.Store(source).TryWriteAsync(Labelled($"{i}", new("calendar", $"tenant-{i}")), 0))));

        Assert.That(versions, Has.None.Null);
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_connections"), Is.EqualTo(8));
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_schema"), Is.EqualTo(1));
    }

    [Test]
    public async Task Older_tables_are_brought_up_to_date_and_keep_what_is_in_them()
    {
        var version = await Database.Store().TryWriteAsync(Labelled("kept"), 0);
        await Database.RunAsync(
            $"""
            CREATE TABLE aside AS SELECT * FROM authprofiles_connections;
            DROP TABLE authprofiles_schema, authprofiles_connections, authprofiles_leases, authprofiles_consents;
            {First}
            INSERT INTO authprofiles_connections SELECT * FROM aside;
            """);

        var store = Database.Store();
        Assert.That((await store.ReadAsync(Key))!.Connection.AccountLabel, Is.EqualTo("kept"));
        Assert.That(await store.TryWriteAsync(Labelled("more"), version!.Value), Is.Not.Null);
        await using var lease = await store.TryLeaseAsync(Key, TimeSpan.FromSeconds(30));
        Assert.That(lease, Is.Not.Null);
        Assert.That(await Database.CountAsync("SELECT version FROM authprofiles_schema"), Is.EqualTo(3));
    }

    [Test]
    public async Task Newer_tables_are_left_alone()
    {
        await Database.Store().ReadAsync(Key);
        await Database.RunAsync("UPDATE authprofiles_schema SET version = 99");
        var error = await FailsAsync(() => Database.Store().TryWriteAsync(Labelled("late"), 0).AsTask(), isTransient: false);
        Assert.That(error.Message, Does.Contain("version 99").And.Contain("Update AuthProfiles.Relational"));
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_connections"), Is.Zero);
    }

    [Test]
    public async Task A_failure_to_make_them_is_not_remembered()
    {
        var store = Database.Store(Database.Open(settings => settings.Options = "-c default_transaction_read_only=on"));
        await FailsAsync(() => store.ReadAsync(Key).AsTask());
        await Database.Store().TryWriteAsync(Labelled("kept"), 0);
        Assert.That((await store.ReadAsync(Key))!.Connection.AccountLabel, Is.EqualTo("kept"));
    }

    [Test]
    public async Task Tables_that_are_there_need_no_right_to_make_any()
    {
        await Database.Store().TryWriteAsync(Labelled("kept"), 0);
        var role = $"role_{Guid.NewGuid():N}";
        await Database.RunAsync(
            $"""
            CREATE ROLE {role} LOGIN;
            DO $$ BEGIN EXECUTE format('GRANT USAGE ON SCHEMA %I TO {role}', current_schema()); END $$;
            GRANT SELECT ON authprofiles_schema TO {role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON authprofiles_connections, authprofiles_leases, authprofiles_consents TO {role};
            """);
        try
        {
            var source = Database.Open(settings => settings.Username = role);
            var store = Database.Store(source);
            var read = await store.ReadAsync(Key);
            Assert.That(await store.TryWriteAsync(Labelled("more"), read!.Version), Is.Not.Null);
            Assert.That(await store.DeleteAsync(Key), Is.True);
            await source.DisposeAsync();
        }
        finally
        {
            await Database.RunAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    [Test]
    public async Task Tables_that_vanish_are_an_error_and_no_absent_connection()
    {
        var store = Database.Store();
        await store.TryWriteAsync(Labelled("kept"), 0);
        await Database.RunAsync("DROP TABLE authprofiles_connections");
        var error = await FailsAsync(() => store.ReadAsync(Key).AsTask(), isTransient: false);
        Assert.That(error.Message, Does.Contain("PostgresException 42P01").And.Contain("tables are gone"));
    }
}
