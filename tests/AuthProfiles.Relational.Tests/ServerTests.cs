using AuthProfiles.Relational.Tests.Infrastructure;
using AuthProfiles.Testing;
using Npgsql;

namespace AuthProfiles.Relational.Tests;

/// <summary>What happens to a server, done to one of the tests' own.</summary>
public sealed class ServerTests
{
    private static readonly ConnectionKey Key = new("calendar", "acme", "mia");

    private readonly TestProtector _protector = new();
    private PostgresServer? _server;
    private NpgsqlDataSource? _source;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (PostgresServer.Binaries is null)
        {
            Assert.Ignore(PostgresServer.NotInstalled);
        }

        _server = await PostgresServer.StartNewAsync("max_connections=8", "superuser_reserved_connections=1");
        _source = NpgsqlDataSource.Create(_server.ConnectionString);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_source is not null)
        {
            await _source.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [TearDown]
    public async Task ClearAsync()
    {
        await using var command = _source!.CreateCommand("DROP TABLE IF EXISTS authprofiles_schema, authprofiles_connections, authprofiles_leases, authprofiles_consents");
        await command.ExecuteNonQueryAsync();
    }

    [Test]
    public async Task A_server_that_is_down_is_an_error_and_all_is_there_when_it_is_up_again()
    {
        var store = Store();
        var version = await store.TryWriteAsync(Labelled("kept"), 0);
        await _server!.StopAsync();
        try
        {
            foreach (var error in new[]
            {
                await FailsAsync(store.ReadAsync(Key).AsTask()),
                await FailsAsync(store.TryWriteAsync(Labelled("late"), version!.Value).AsTask()),
                await FailsAsync(store.DeleteAsync(Key).AsTask()),
                await FailsAsync(store.TryLeaseAsync(Key, TimeSpan.FromSeconds(30)).AsTask()),
                await FailsAsync(store.ListAsync("calendar").GetAsyncEnumerator().MoveNextAsync().AsTask()),
            })
            {
                Assert.That(error.Message, Does.Contain("failed with").And.Not.Contain(_server.ConnectionString));
            }
        }
        finally
        {
            await _server.StartAsync();
        }

        Assert.That((await store.ReadAsync(Key))!.Connection.AccountLabel, Is.EqualTo("kept"));
    }

    [Test]
    public async Task A_server_that_crashes_in_the_middle_of_a_write_keeps_the_old_state()
    {
        var store = Store();
        var version = await store.TryWriteAsync(Labelled("old"), 0);

        // The write has reached the server, and waits there when the server goes down.
        var connection = await _source!.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("BEGIN; SELECT 1 FROM authprofiles_connections FOR UPDATE", connection);
        await command.ExecuteNonQueryAsync();
        var writing = store.TryWriteAsync(Labelled("new"), version!.Value).AsTask();
        await using var look = _source.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE authprofiles_connections%'");
        var start = TimeProvider.System.GetTimestamp();
        while ((long)(await look.ExecuteScalarAsync())! == 0)
        {
            Assert.That(TimeProvider.System.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(30)));
        }

        await _server!.CrashAsync();
        await _server.StartAsync();
        Assert.That(async () => await connection.DisposeAsync(), Throws.InstanceOf<NpgsqlException>(), "its transaction can't be undone any more");
        var error = await FailsAsync(writing);
        Assert.That(error.Message, Does.Contain("It may or may not have been written: read it again."));
        var read = await store.ReadAsync(Key);
        Assert.That(read!.Connection.AccountLabel, Is.EqualTo("old"));
        Assert.That(await store.TryWriteAsync(Labelled("new"), read.Version), Is.Not.Null);
    }

    [Test]
    public async Task A_lease_is_free_again_after_the_server_was_down()
    {
        var clock = new ManualClock();
        var store = new RelationalConnectionStore(_source!, new(_protector), clock);
        var lease = await store.TryLeaseAsync(Key, TimeSpan.FromSeconds(30));
        await _server!.StopAsync();

        // Extensions fail, then it is given up; giving it back fails too, without a word.
        for (var i = 0; i < 6; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        await lease!.DisposeAsync();
        await _server.StartAsync();
        await using (var command = _source!.CreateCommand("UPDATE authprofiles_leases SET lasts_until = clock_timestamp()"))
        {
            await command.ExecuteNonQueryAsync();
        }

        Assert.That(await Store().TryLeaseAsync(Key, TimeSpan.FromSeconds(30)), Is.Not.Null);
    }

    [Test]
    public async Task Too_many_connections_are_an_error_with_its_cure()
    {
        await Store().TryWriteAsync(Labelled("kept"), 0);
        await using var others = NpgsqlDataSource.Create(_server!.ConnectionString);
        var taken = new List<NpgsqlConnection>();
        try
        {
            while (true)
            {
                taken.Add(await others.OpenConnectionAsync());
            }
        }
        catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
        {
        }

        try
        {
            await using var late = NpgsqlDataSource.Create(_server.ConnectionString);
            var error = await FailsAsync(new RelationalConnectionStore(late, new(_protector)).ReadAsync(Key).AsTask());
            Assert.That(error.Message, Does.Contain("53300").And.Contain("max_connections"));
        }
        finally
        {
            foreach (var connection in taken)
            {
                await connection.DisposeAsync();
            }
        }
    }

    private RelationalConnectionStore Store() => new(_source!, new(_protector));

    private static Connection Labelled(string label) => new() { Key = Key, AccountLabel = label };

    private static async Task<AuthorizationException> FailsAsync(Task call)
    {
        var error = await Assert.ThrowsAsync<AuthorizationException>(async () => await call);
        Assert.That((error!.Kind, error.IsTransient, error.Profile), Is.EqualTo((AuthorizationErrorKind.StoreFailure, true, "calendar")), error.Message);
        return error;
    }
}
