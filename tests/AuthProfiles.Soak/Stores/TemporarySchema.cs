using Npgsql;

namespace AuthProfiles.Soak.Stores;

/// <summary>A schema of one run in a database, gone after it.</summary>
internal sealed class TemporarySchema : IAsyncDisposable
{
    private const int MostConnections = 8;

    private readonly string _server;
    private readonly string _name;

    private TemporarySchema(string server, string name)
    {
        (_server, _name) = (server, name);
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { SearchPath = name, MaxPoolSize = MostConnections }.ConnectionString;
    }

    /// <summary>Gets what connects to the schema alone.</summary>
    public string ConnectionString { get; }

    public static async Task<TemporarySchema> CreateAsync(string server)
    {
        var schema = new TemporarySchema(server, $"soak_{Guid.NewGuid():n}");
        await schema.RunAsync($"CREATE SCHEMA {schema._name}");
        return schema;
    }

    /// <summary>Runs a statement, by a connection of its own.</summary>
    public async Task RunAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this program alone.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync() => await RunAsync($"DROP SCHEMA {_name} CASCADE");
}
