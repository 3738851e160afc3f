using System.Net;
using System.Net.Sockets;
using AuthProfiles.Relational.Tests.Infrastructure;
using Npgsql;

namespace AuthProfiles.Relational.Tests;

public sealed class FailureTests : DatabaseTests
{
    [Test]
    public async Task A_server_that_takes_no_writes_is_read_and_says_so()
    {
        await Database.Store().TryWriteAsync(Labelled("kept"), 0);
        var store = Database.Store(Database.Open(static settings => settings.Options = "-c default_transaction_read_only=on"));
        var read = await store.ReadAsync(Key);
        Assert.That(read!.Connection.AccountLabel, Is.EqualTo("kept"));

        var error = await FailsAsync(() => store.TryWriteAsync(Labelled("late"), read.Version).AsTask());
        Assert.That(error.Message, Does.Contain("PostgresException 25006").And.Contain("takes no writes").And.Contain("read it again"));
        await FailsAsync(() => store.DeleteAsync(Key).AsTask());
        await FailsAsync(() => store.TryLeaseAsync(Key, TimeSpan.FromSeconds(30)).AsTask());
        Assert.That((await Database.Store().ReadAsync(Key))!.Version, Is.EqualTo(read.Version));
    }

    [Test]
    public async Task A_user_without_rights_is_told_which_ones()
    {
        await Database.Store().ReadAsync(Key);
        var role = $"role_{Guid.NewGuid():N}";
        await Database.RunAsync($"CREATE ROLE {role} LOGIN; DO $$ BEGIN EXECUTE format('GRANT USAGE ON SCHEMA %I TO {role}', current_schema()); END $$; GRANT SELECT ON authprofiles_schema TO {role}");
        try
        {
            var source = Database.Open(settings => settings.Username = role);
            var error = await FailsAsync(() => Database.Store(source).ReadAsync(Key).AsTask(), isTransient: false);
            Assert.That(error.Message, Does.Contain("PostgresException 42501").And.Contain("the rights of its user"));
            await source.DisposeAsync();
        }
        finally
        {
            await Database.RunAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    [Test]
    public async Task A_server_that_accepts_and_never_answers_holds_nobody_longer_than_ten_seconds()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Username=mia;Password=canary;Timeout=0");
        var store = Database.Store(source);
        var reading = store.ReadAsync(Key).AsTask();
        using var accepted = await silent.AcceptTcpClientAsync();
        Database.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.That(reading.IsCompleted, Is.False);
        Database.Clock.Advance(TimeSpan.FromSeconds(1));
        var error = await FailsAsync(() => reading);
        Assert.That(error.Message, Does.Contain("gave no answer within 10 s").And.Contain("was not asked yet").And.Not.Contain("canary"));
    }

    [Test]
    public async Task A_driver_that_looks_at_no_token_holds_nobody_either()
    {
        var store = new RelationalConnectionStore(new SilentSource(), new(Database.Protector), Database.Clock);
        var reading = store.ReadAsync(Key).AsTask();
        Database.Clock.Advance(TimeSpan.FromSeconds(10));
        await FailsAsync(() => reading);

        using var caller = new CancellationTokenSource();
        var writing = store.TryWriteAsync(Labelled("late"), 0, caller.Token).AsTask();
        await caller.CancelAsync();
        Assert.That(async () => await writing, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_write_that_waits_for_a_lock_ends_in_time_and_says_that_its_outcome_is_open()
    {
        var store = Database.Store();
        var version = await store.TryWriteAsync(Labelled("kept"), 0);
        await using var connection = await Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("SELECT 1 FROM authprofiles_connections FOR UPDATE", connection, transaction);
        await command.ExecuteNonQueryAsync();

        var writing = store.TryWriteAsync(Labelled("late"), version!.Value).AsTask();
        await UntilAsync("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE authprofiles_connections%'");
        Database.Clock.Advance(TimeSpan.FromSeconds(10));
        var error = await FailsAsync(() => writing);
        Assert.That(error.Message, Does.Contain("It may or may not have been written: read it again."));
    }

    [Test]
    public async Task A_pool_that_is_empty_is_an_error_in_time()
    {
        await Database.Store().TryWriteAsync(Labelled("kept"), 0);
        var narrow = Database.Open(static settings => settings.MaxPoolSize = 1);
        await using var taken = await narrow.OpenConnectionAsync();
        var reading = Database.Store(narrow).ReadAsync(Key).AsTask();
        Database.Clock.Advance(TimeSpan.FromSeconds(10));
        await FailsAsync(() => reading);
    }

    private async Task UntilAsync(string count)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (await Database.CountAsync(count) == 0)
        {
            Assert.That(TimeProvider.System.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(30)), count);
        }
    }
}
