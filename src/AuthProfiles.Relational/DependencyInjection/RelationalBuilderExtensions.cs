using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles;

/// <summary>Keeps connections in a database.</summary>
public static class RelationalBuilderExtensions
{
    /// <summary>Keeps connections in PostgreSQL, in the <see cref="DbDataSource"/> that is registered, such as by <c>AddNpgsqlDataSource</c>.</summary>
    /// <remarks>The program does not start without a data source, nor without an <see cref="IConnectionProtector"/>.</remarks>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder PersistConnectionsToDatabase(this AuthProfilesBuilder builder) =>
        PersistConnectionsToDatabase(builder, static services => services.GetService<DbDataSource>() ?? throw NoDatabase());

    /// <summary>Keeps connections in PostgreSQL, in a data source of the caller's choice.</summary>
    /// <remarks>The program does not start without an <see cref="IConnectionProtector"/>.</remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="database">Finds the data source. It is called once; who made the data source disposes it.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder PersistConnectionsToDatabase(this AuthProfilesBuilder builder, Func<IServiceProvider, DbDataSource> database)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(database);
        return builder.PersistConnections((services, sealer) => new RelationalConnectionStore(database(services), sealer, services.GetService<TimeProvider>()));
    }

    private static AuthorizationException NoDatabase() => new(
        AuthorizationErrorKind.Configuration,
        string.Empty,
        "Connections are to be kept in a database, and no DbDataSource is registered. With Npgsql, call services.AddNpgsqlDataSource(connectionString), or give PersistConnectionsToDatabase a function that finds one.");
}
