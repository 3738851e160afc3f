using System.Data;
using System.Data.Common;

namespace AuthProfiles.Relational.Sql;

/// <summary>Reads and writes the table of connections: one statement each, which commits by itself.</summary>
internal static class ConnectionRows
{
    /// <summary>Reads a row.</summary>
    /// <returns>Version and data; without data where the connection was deleted, and version 0 where there is no row.</returns>
    public static async Task<(long Version, byte[]? Data)> ReadAsync(DbConnection connection, ConnectionKey key, CancellationToken cancellationToken)
    {
        var command = connection.Command(PostgreSql.Read, key);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    return default;
                }

                var data = await reader.IsDBNullAsync(1, cancellationToken).ConfigureAwait(false) ? null : await reader.GetFieldValueAsync<byte[]>(1, cancellationToken).ConfigureAwait(false);
                return (reader.GetInt64(0), data);
            }
        }
    }

    /// <summary>Writes a row where there is none, or one of a deleted connection with a lower version.</summary>
    public static async Task<bool> TryInsertAsync(DbConnection connection, ConnectionKey key, long version, byte[] data, CancellationToken cancellationToken) =>
        await RunAsync(connection.Command(PostgreSql.Insert, key, ("version", version), ("sealed", data)), cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Writes a row where it has the version that is expected.</summary>
    public static async Task<bool> TryUpdateAsync(DbConnection connection, ConnectionKey key, long expected, long version, byte[] data, CancellationToken cancellationToken) =>
        await RunAsync(connection.Command(PostgreSql.Update, key, ("expected", expected), ("version", version), ("sealed", data)), cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Finds the version of a deleted connection.</summary>
    public static Task<long?> FindDeletedAsync(DbConnection connection, ConnectionKey key, CancellationToken cancellationToken) =>
        FindAsync(connection.Command(PostgreSql.DeletedVersion, key), cancellationToken);

    /// <summary>Deletes a connection; its row keeps a version.</summary>
    /// <returns>That version, or null where there was none to delete.</returns>
    public static Task<long?> DeleteAsync(DbConnection connection, ConnectionKey key, CancellationToken cancellationToken) =>
        FindAsync(connection.Command(PostgreSql.Delete, key), cancellationToken);

    /// <summary>Lists names in their order, from the first or from after some.</summary>
    public static async Task<IReadOnlyList<(string Tenant, string User)>> ListAsync(DbConnection connection, string profile, (string Tenant, string User)? after, int most, CancellationToken cancellationToken)
    {
        var command = after is { } last
            ? connection.Command(PostgreSql.ListNext, ("profile", profile), ("most", most), ("tenant", last.Tenant), ("user", last.User))
            : connection.Command(PostgreSql.ListFirst, ("profile", profile), ("most", most));
        await using (command.ConfigureAwait(false))
        {
            var names = new List<(string Tenant, string User)>();
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    names.Add((reader.GetString(0), reader.GetString(1)));
                }
            }

            return names;
        }
    }

    /// <summary>Removes some rows of connections deleted long ago, and of leases whose holders died.</summary>
    public static async Task<int> PurgeAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await RunAsync(connection.Command(PostgreSql.PurgeConnections), cancellationToken).ConfigureAwait(false)
        + await RunAsync(connection.Command(PostgreSql.PurgeLeases), cancellationToken).ConfigureAwait(false);

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public static async Task<int> RunAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<long?> FindAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as long?;
        }
    }
}
