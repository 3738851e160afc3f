using System.Data.Common;
using AuthProfiles.Relational.Sql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthProfiles;

/// <summary>Keeps connections in a database.</summary>
public static class RelationalBuilderExtensions
{
    /// <summary>Keeps connections, and consents that have begun, in PostgreSQL, in the <see cref="DbDataSource"/> that is registered, such as by <c>AddNpgsqlDataSource</c>.</summary>
    /// <remarks>The program does not start without a data source, nor without an <see cref="IConnectionProtector"/>.</remarks>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder PersistConnectionsToDatabase(this AuthProfilesBuilder builder) =>
        PersistConnectionsToDatabase(builder, static services => services.GetService<DbDataSource>() ?? throw NoDatabase());

    /// <summary>Keeps connections, and consents that have begun, in PostgreSQL, in a data source of the caller's choice.</summary>
    /// <remarks>The program does not start without an <see cref="IConnectionProtector"/>.</remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="database">Finds the data source. It is called once; who made the data source disposes it.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder PersistConnectionsToDatabase(this AuthProfilesBuilder builder, Func<IServiceProvider, DbDataSource> database)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(database);
        builder.Services.Replace(ServiceDescriptor.Singleton(services => new BoundedDatabase(database(services), services.GetService<TimeProvider>())));
        builder.Services.Replace(ServiceDescriptor.Singleton<IAuthorizationStateStore>(static services =>
            new RelationalAuthorizationStateStore(services.GetRequiredService<BoundedDatabase>(), services.GetRequiredService<PendingAuthorizationSealer>())));
        return builder.PersistConnections(static (services, sealer) => new RelationalConnectionStore(services.GetRequiredService<BoundedDatabase>(), sealer));
    }

    private static AuthorizationException NoDatabase() => new(
        AuthorizationErrorKind.Configuration,
        string.Empty,
        "Connections are to be kept in a database, and no DbDataSource is registered. With Npgsql, call services.AddNpgsqlDataSource(connectionString), or give PersistConnectionsToDatabase a function that finds one.");
}
