using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AuthProfiles.Tool.Stores;

/// <summary>The store that the application keeps its connections in: a directory, or a database.</summary>
internal sealed class StoreChoice
{
    /// <summary>The setting that names the directory.</summary>
    public const string DirectorySetting = "AuthProfiles:FileStore:Directory";

    private const string Variable = "AUTHPROFILES_DATABASE";

    private readonly string? _directory;
    private readonly string? _connectionString;

    private StoreChoice(string? directory, string? connectionString) => (_directory, _connectionString) = (directory, connectionString);

    /// <summary>Gets a value indicating whether it is a directory that nobody has kept anything in yet.</summary>
    public bool IsNew => _directory is not null && !Directory.Exists(_directory);

    /// <summary>Finds what the command line, the environment or the settings name, or null where none does.</summary>
    /// <exception cref="UsageException">Two are named, one is named by nothing, or a name is none of the settings.</exception>
    public static StoreChoice? Find(string? directory, string? database, Surroundings surroundings, IConfiguration settings)
    {
        if (directory is not null && database is not null)
        {
            throw new UsageException("--store and --database name two stores. Give one of them.");
        }

        // A script's variable that is not set: another store than the one that was meant would be used.
        if (string.IsNullOrWhiteSpace(directory ?? database ?? "none"))
        {
            throw new UsageException($"{(directory is null ? "--database" : "--store")} is empty. Name the store, or leave the option out.");
        }

        if (directory is not null)
        {
            return InDirectory(directory, surroundings);
        }

        if ((database ?? surroundings.Variable(Variable)) is { Length: > 0 } named)
        {
            return new(directory: null, ConnectionStringOf(named, settings));
        }

        return settings[DirectorySetting] is { Length: > 0 } set ? InDirectory(set, surroundings) : null;
    }

    /// <summary>Puts the store in place, as the application does.</summary>
    public void AddTo(AuthProfilesBuilder builder)
    {
        if (_connectionString is { } connectionString)
        {
            builder.Services.AddSingleton<DbDataSource>(_ => Open(connectionString));
            builder.PersistConnectionsToDatabase();
        }
        else
        {
            builder.PersistConnectionsToFileSystem(_directory);
        }

        builder.ProtectConnectionsWithKeyRing();
    }

    /// <summary>Says which store it is, without anything of a connection string.</summary>
    public override string ToString() => _directory ?? "the database";

    private static StoreChoice InDirectory(string directory, Surroundings surroundings)
    {
        try
        {
            return new(Path.GetFullPath(directory, surroundings.Directory), connectionString: null);
        }
        catch (ArgumentException)
        {
            throw new UsageException($"The name of the directory that --store or {DirectorySetting} gives is not valid.");
        }
    }

    private static string ConnectionStringOf(string named, IConfiguration settings) =>
        named.Contains('=', StringComparison.Ordinal) ? named
        : settings.GetConnectionString(named) is { Length: > 0 } found ? found
        : throw new UsageException($"--database or {Variable} gives a name that the settings have no connection string of (ConnectionStrings:{{name}}), and no connection string either.");

    private static NpgsqlDataSource Open(string connectionString)
    {
        try
        {
            return NpgsqlDataSource.Create(connectionString);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            throw new UsageException("The connection string of the database can't be used: a key or a value of it is not one of PostgreSQL's. It is not repeated here.");
        }
    }
}
