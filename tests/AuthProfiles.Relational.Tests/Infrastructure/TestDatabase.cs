using System.Globalization;
using AuthProfiles.Testing;
using Npgsql;

namespace AuthProfiles.Relational.Tests.Infrastructure;

/// <summary>A schema of one test's own in the database, and stores over it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _schema;
    private readonly List<NpgsqlDataSource> _opened = [];
    private readonly string _server;

    private TestDatabase(string server, string schema)
    {
        _server = server;
        _schema = schema;
        Source = Open();
    }

    /// <summary>Gets a pool of connections.</summary>
    public NpgsqlDataSource Source { get; }

    public ManualClock Clock { get; } = new();

    public TestProtector Protector { get; } = new();

    public static async Task<TestDatabase> CreateAsync(string? server = null)
    {
        var database = new TestDatabase(server ?? await SharedServer.ConnectionStringAsync(), $"test_{Guid.NewGuid():N}");
        await database.RunAsync($"CREATE SCHEMA {database._schema}");
        return database;
    }

    /// <summary>Opens a pool, as another process would.</summary>
    public NpgsqlDataSource Open(Action<NpgsqlConnectionStringBuilder>? configure = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(_server) { SearchPath = _schema };
        configure?.Invoke(settings);
        var source = NpgsqlDataSource.Create(settings);
        _opened.Add(source);
        return source;
    }

    /// <summary>Makes a store that has seen nothing yet.</summary>
    public RelationalConnectionStore Store(NpgsqlDataSource? source = null, TimeProvider? clock = null) => new(source ?? Source, new(Protector), clock ?? Clock);

    public async Task<int> RunAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync($"DROP SCHEMA {_schema} CASCADE");
        foreach (var source in _opened)
        {
            await source.DisposeAsync();
        }
    }
}
