using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Relational.Tests.Infrastructure;
using Npgsql;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G18: reading one connection from PostgreSQL costs the same among any number.</summary>
internal sealed class StoredConnections : IGoal
{
    private const int Few = 1_000;
    private const int Many = 100_000;
    private const double Flat = 1.5;

    public string Id => "G18";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        if (PostgresServer.Binaries is null)
        {
            Console.WriteLine($"{Id,-5} NOT MEASURED. {PostgresServer.NotInstalled}");
            return [];
        }

        await using var server = await PostgresServer.StartNewAsync();
        await using var few = await FilledDatabase.CreateAsync(server.ConnectionString, Few);
        await using var many = await FilledDatabase.CreateAsync(server.ConnectionString, Many);
        var measured = await new Rounds { Calls = 100, Allocated = Rounds.AllocatedByAll }.MeasureAsync(
            new Case($"a connection read from PostgreSQL among {Few:#,0}", few.ReadAsync),
            new Case($"a connection read from PostgreSQL among {Many:#,0}", many.ReadAsync));
        return [measured[0].Inform(Id), measured[1].Promise(Id, measured[0], Flat)];
    }

    /// <summary>A schema with so many connections, and a store over it.</summary>
    private sealed class FilledDatabase : IAsyncDisposable
    {
        private readonly NpgsqlDataSource _source;
        private readonly RelationalConnectionStore _store;
        private readonly int _size;
        private int _next;

        private FilledDatabase(NpgsqlDataSource source, ConnectionSealer sealer, int size)
        {
            _source = source;
            _store = new(source, sealer);
            _size = size;
        }

        public static async Task<FilledDatabase> CreateAsync(string server, int size)
        {
            var schema = $"of_{size}";
            var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { SearchPath = schema });
            var ring = new ConnectionKeyRing("key", new Dictionary<string, SecretValue>(StringComparer.Ordinal) { ["key"] = ConnectionKeyRing.CreateKey() });
            var sealer = new ConnectionSealer(new AesGcmConnectionProtector(ring));
            await RunAsync(source, $"CREATE SCHEMA {schema}");
            var database = new FilledDatabase(source, sealer, size);
            await database._store.ReadAsync(KeyOf(0));
            await using (var connection = await source.OpenConnectionAsync())
            {
                await using var rows = await connection.BeginBinaryImportAsync("COPY authprofiles_connections (profile, tenant, user_name, version, sealed) FROM STDIN (FORMAT BINARY)");
                for (var i = 0; i < size; i++)
                {
                    var key = KeyOf(i);
                    await rows.StartRowAsync();
                    await rows.WriteAsync(key.Profile);
                    await rows.WriteAsync(key.Tenant);
                    await rows.WriteAsync(key.User);
                    await rows.WriteAsync(1L);
                    await rows.WriteAsync(sealer.Seal(new() { Key = key, Grant = new() { AccessToken = new string('a', 1000), RefreshToken = new string('r', 100), ObtainedAt = DateTimeOffset.UnixEpoch } }, 1));
                }

                await rows.CompleteAsync();
            }

            await RunAsync(source, "VACUUM (ANALYZE) authprofiles_connections");
            return database;
        }

        /// <summary>Reads so many, far from each other.</summary>
        public async Task ReadAsync(int calls)
        {
            for (var i = 0; i < calls; i++)
            {
                _next = (_next + 7919) % _size;
                if (await _store.ReadAsync(KeyOf(_next)) is not { Fault: null })
                {
                    throw new InvalidOperationException("A connection was not found.");
                }
            }
        }

        public ValueTask DisposeAsync() => _source.DisposeAsync();

        private static ConnectionKey KeyOf(int number) => new("calendar", $"tenant-{number % 100}", $"user-{number}");

        private static async Task RunAsync(NpgsqlDataSource source, string sql)
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }
}
