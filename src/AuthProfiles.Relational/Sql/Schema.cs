using System.Data;
using System.Data.Common;
using System.Globalization;

namespace AuthProfiles.Relational.Sql;

/// <summary>Makes the tables, and brings older ones up to date, before they are first used.</summary>
/// <remarks>Thread-safe. Any number of processes may come at once: one of them does the work, the others find it done. Where the tables are up to date, it reads and no more.</remarks>
internal sealed class Schema
{
    private static readonly int Known = PostgreSql.Migrations.Count;

    private volatile bool _isReady;

    /// <summary>Looks after the tables, until that has succeeded once.</summary>
    /// <exception cref="AuthorizationException">The tables are of a newer program.</exception>
    public ValueTask EnsureAsync(DbConnection connection, DatabaseCall call, CancellationToken cancellationToken) =>
        _isReady ? default : new(PrepareAsync(connection, call, cancellationToken));

    private async Task PrepareAsync(DbConnection connection, DatabaseCall call, CancellationToken cancellationToken)
    {
        if (await FindVersionAsync(connection, call, transaction: null, cancellationToken).ConfigureAwait(false) < Known)
        {
            await MigrateAsync(connection, call, cancellationToken).ConfigureAwait(false);
        }

        _isReady = true;
    }

    private static async Task MigrateAsync(DbConnection connection, DatabaseCall call, CancellationToken cancellationToken)
    {
        // Each statement sees what was done before it began: the look after the lock finds what another process did meanwhile.
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await RunAsync(connection.Command(PostgreSql.LockSchema), transaction, cancellationToken).ConfigureAwait(false);
            var version = await FindVersionAsync(connection, call, transaction, cancellationToken).ConfigureAwait(false);
            foreach (var migration in PostgreSql.Migrations.Skip(version))
            {
                await RunAsync(connection.Command(migration), transaction, cancellationToken).ConfigureAwait(false);
            }

            await RunAsync(connection.Command(PostgreSql.SetSchemaVersion, ("version", Known)), transaction, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // 0 where there is none.
    private static async Task<int> FindVersionAsync(DbConnection connection, DatabaseCall call, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        if (await RunAsync(connection.Command(PostgreSql.HasSchema), transaction, cancellationToken).ConfigureAwait(false) is not true)
        {
            return 0;
        }

        var version = Convert.ToInt32(await RunAsync(connection.Command(PostgreSql.SchemaVersion), transaction, cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
        return version <= Known ? version : throw call.Newer(version, Known);
    }

    private static async Task<object?> RunAsync(DbCommand command, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = transaction;
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
