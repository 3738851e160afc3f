using System.Net;
using System.Net.Sockets;
using AuthProfiles.Soak.Reporting;
using AuthProfiles.Soak.Stores;
using Npgsql;

namespace AuthProfiles.Soak.Faults;

/// <summary>A database server that is away, busy, or goes away in the middle.</summary>
internal static class FailingDatabases
{
    private static readonly TimeSpan BlockedLimit = TimeSpan.FromSeconds(8);

    public static IEnumerable<FaultRow> Rows() =>
    [
        new("postgres: server down", () => WithServerAsync(DownAsync)),
        new("postgres: restarted mid-transaction", () => WithServerAsync(InterruptAsync)),
        new("postgres: slow server", () => WithServerAsync(SlowAsync)),
        new("postgres: too many connections at the server", () => WithServerAsync(CrowdAsync)),
        new("postgres: no connection left in the pool", () => WithServerAsync(ExhaustAsync)),
    ];

    private static async Task<string> WithServerAsync(Func<TemporarySchema, StoreLocation, Task<string>> run)
    {
        await using var schema = await TemporarySchema.CreateAsync(PostgresServer.ConnectionString);
        var location = new StoreLocation(StoreFactory.Postgres, schema.ConnectionString, StoreLocation.NewKey());
        await Sample.WriteAsync(location.Open(), 1);
        var outcome = await run(schema, location);
        await Sample.RequireAsync(location.Open(), 1, "afterwards");
        await Sample.WriteAsync(location.Open(), 2);
        await Sample.RequireAsync(location.Open(), 2, "written afterwards");
        return $"{outcome}; the old one intact, and written afterwards";
    }

    private static async Task<string> DownAsync(TemporarySchema schema, StoreLocation location)
    {
        var builder = new NpgsqlConnectionStringBuilder(schema.ConnectionString) { Host = "127.0.0.1", Port = FreePort() };
        var store = (location with { Address = builder.ConnectionString }).Open();
        var read = await Refusal.RequireAsync("read", () => store.ReadAsync(Sample.Key()).AsTask());
        return $"{read}, {await Refusal.RequireAsync("lease", () => store.TryLeaseAsync(Sample.Key(), TimeSpan.FromSeconds(30)).AsTask())}";
    }

    // The server ends its sessions, as it does when it is restarted, while one of them waits in the middle of a write.
    private static async Task<string> InterruptAsync(TemporarySchema schema, StoreLocation location)
    {
        var store = location.Open();
        await store.ReadAsync(Sample.Key());
        await using var blocker = await BlockAsync(schema);
        var writing = Refusal.RequireAsync("write", () => Sample.WriteAsync(store, 20));
        FaultFoundException.Require(await HasBlockedAsync(blocker), "the write does not wait for the lock that somebody else has");
        await RunAsync(blocker, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()");
        return await writing;
    }

    private static async Task<string> SlowAsync(TemporarySchema schema, StoreLocation location)
    {
        var store = location.Open();
        await store.ReadAsync(Sample.Key());
        await using var blocker = await BlockAsync(schema);
        var outcomes = await Task.WhenAll(
            Refusal.RequireAsync("read", () => store.ReadAsync(Sample.Key()).AsTask()),
            Refusal.RequireAsync("write", () => store.TryWriteAsync(Kill.Payload.Make(Sample.Key(), 20, 200), 1).AsTask()));
        return string.Join(", ", outcomes);
    }

    private static async Task<string> CrowdAsync(TemporarySchema schema, StoreLocation location)
    {
        var role = $"soak_{Guid.NewGuid():n}";
        var name = new NpgsqlConnectionStringBuilder(schema.ConnectionString).SearchPath!;
        await schema.RunAsync($"CREATE ROLE {role} LOGIN CONNECTION LIMIT 1; GRANT USAGE ON SCHEMA {name} TO {role}; GRANT ALL ON ALL TABLES IN SCHEMA {name} TO {role}");
        try
        {
            var limited = new NpgsqlConnectionStringBuilder(schema.ConnectionString) { Username = role, Pooling = false }.ConnectionString;
            await using var holder = new NpgsqlConnection(limited);
            await holder.OpenAsync();
            return await Refusal.RequireAsync("read", () => (location with { Address = limited }).Open().ReadAsync(Sample.Key()).AsTask());
        }
        finally
        {
            await schema.RunAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    private static async Task<string> ExhaustAsync(TemporarySchema schema, StoreLocation location)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(schema.ConnectionString) { MaxPoolSize = 1, Timeout = 2 }.ConnectionString);
        await using var holder = await source.OpenConnectionAsync();
        var store = new RelationalConnectionStore(source, new ConnectionSealer(StoreFactory.CreateProtector(location.Key)));
        return await Refusal.RequireAsync("read", () => store.ReadAsync(Sample.Key()).AsTask());
    }

    private static async Task<NpgsqlConnection> BlockAsync(TemporarySchema schema)
    {
        var blocker = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(schema.ConnectionString) { Pooling = false }.ConnectionString);
        await blocker.OpenAsync();
        await RunAsync(blocker, "BEGIN; LOCK TABLE authprofiles_connections IN ACCESS EXCLUSIVE MODE");
        return blocker;
    }

    private static async Task<bool> HasBlockedAsync(NpgsqlConnection blocker)
    {
        var isBlocked = false;
        for (var began = TimeProvider.System.GetTimestamp(); !isBlocked && TimeProvider.System.GetElapsedTime(began) < BlockedLimit;)
        {
            await Until.PassAsync(TimeSpan.FromMilliseconds(20), CancellationToken.None);
            isBlocked = await RunAsync(blocker, "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database())") is true;
        }

        return isBlocked;
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this program alone.
        command.CommandText = statement;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
