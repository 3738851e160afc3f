using System.Data.Common;
using System.Runtime.CompilerServices;
using AuthProfiles.Relational.Leases;
using AuthProfiles.Relational.Sql;

namespace AuthProfiles;

/// <summary>Keeps connections in PostgreSQL, for any number of processes and nodes.</summary>
/// <remarks>
/// Thread-safe. Names stand in the tables as they are, inputs and grants encrypted. The tables are made at the first call, and older
/// ones brought up to date. No call waits longer than ten seconds. A write is as durable as the database's own settings make it.
/// </remarks>
public sealed class RelationalConnectionStore : IConnectionStore
{
    private const int PageSize = 500;

    // Others write and delete meanwhile: each attempt after the second needs one more of them to come in between.
    private const int MostAttempts = 8;

    private readonly BoundedDatabase _database;
    private readonly ConnectionSealer _sealer;

    /// <summary>Initializes a new instance of the <see cref="RelationalConnectionStore"/> class.</summary>
    /// <param name="database">Where connections come from, such as an <c>NpgsqlDataSource</c>. It must reach the server that takes writes. The store does not dispose it.</param>
    /// <param name="sealer">Encrypts.</param>
    /// <param name="clock">The clock that bounds calls and numbers first versions; null is the system's. Leases end by the database's own.</param>
    public RelationalConnectionStore(DbDataSource database, ConnectionSealer sealer, TimeProvider? clock = null)
        : this(new BoundedDatabase(database, clock), sealer)
    {
    }

    internal RelationalConnectionStore(BoundedDatabase database, ConnectionSealer sealer)
    {
        ArgumentNullException.ThrowIfNull(sealer);
        _database = database;
        _sealer = sealer;
    }

    /// <inheritdoc/>
    public async ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var read = await ReadOnceAsync(key, cancellationToken).ConfigureAwait(false);
        for (var attempt = 1; attempt < MostAttempts && read?.Fault == ConnectionFault.RolledBack; attempt++)
        {
            // Perhaps somebody here wrote while it was read. Whoever reads again, and finds the same, has found an older state.
            var before = read.Version;
            read = await ReadOnceAsync(key, cancellationToken).ConfigureAwait(false);
            if (read?.Version == before)
            {
                break;
            }
        }

        return read;
    }

    /// <inheritdoc/>
    public async ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var version = await _database.CallAsync(
            DatabaseCall.Writing(connection.Key),
            (open, token) => expectedVersion == 0 ? InsertAsync(open, connection, token) : UpdateAsync(open, connection, expectedVersion, token),
            cancellationToken).ConfigureAwait(false);
        if (version is { } written)
        {
            _sealer.Note(connection.Key, written);
        }

        return version;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var version = await _database.CallAsync(DatabaseCall.Deleting(key), (connection, token) => ConnectionRows.DeleteAsync(connection, key, token), cancellationToken).ConfigureAwait(false);
        if (version is not { } deleted)
        {
            return false;
        }

        _sealer.Note(key, deleted);
        await PurgeAsync(key, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ConnectionKey> ListAsync(string profile, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(profile);

        // Page by page: whoever walks may take long, and may ask the store meanwhile, so no connection is held for them.
        (string Tenant, string User)? last = null;
        do
        {
            var after = last;
            var page = await _database.CallAsync(DatabaseCall.Listing(profile), (connection, token) => ConnectionRows.ListAsync(connection, profile, after, PageSize, token), cancellationToken).ConfigureAwait(false);
            foreach (var (tenant, user) in page)
            {
                if (KeyOf(profile, tenant, user) is { } key)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return key;
                }
            }

            last = page.Count == PageSize ? page[^1] : null;
        }
        while (last is not null);
    }

    /// <inheritdoc/>
    public async ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return await RelationalLease.TryTakeAsync(_database, key, duration, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<StoredConnection?> ReadOnceAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        var (version, data) = await _database.CallAsync(DatabaseCall.Reading(key), (connection, token) => ConnectionRows.ReadAsync(connection, key, token), cancellationToken).ConfigureAwait(false);
        if (data is not null)
        {
            return _sealer.Open(key, version, data);
        }

        if (version > 0)
        {
            _sealer.Note(key, version);
        }

        return null;
    }

    private async Task<long?> InsertAsync(DbConnection open, Connection connection, CancellationToken cancellationToken)
    {
        var version = Now();
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await ConnectionRows.TryInsertAsync(open, connection.Key, version, _sealer.Seal(connection, version), cancellationToken).ConfigureAwait(false))
            {
                return version;
            }

            // There is one, or a deleted one whose version is not below the clock's.
            if (await ConnectionRows.FindDeletedAsync(open, connection.Key, cancellationToken).ConfigureAwait(false) is not { } deleted)
            {
                return null;
            }

            version = Math.Max(Now(), deleted + 1);
        }

        return null;
    }

    // The next version is not simply one more: where an old state of the database was restored, a process that has seen higher
    // ones takes the connection for rolled back until it is written again, and the clock is ahead of all that it has seen.
    private async Task<long?> UpdateAsync(DbConnection open, Connection connection, long expectedVersion, CancellationToken cancellationToken)
    {
        var version = Math.Max(Now(), expectedVersion + 1);
        return await ConnectionRows.TryUpdateAsync(open, connection.Key, expectedVersion, version, _sealer.Seal(connection, version), cancellationToken).ConfigureAwait(false)
            ? version
            : null;
    }

    // The deletion has happened: what goes wrong here is the next one's to do.
    private async Task PurgeAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        try
        {
            await _database.CallAsync(DatabaseCall.Deleting(key), ConnectionRows.PurgeAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is AuthorizationException or OperationCanceledException)
        {
        }
    }

    private long Now() => _database.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    // Names that no key can have were written by somebody else.
    private static ConnectionKey? KeyOf(string profile, string tenant, string user)
    {
        try
        {
            return new(profile, tenant.Length == 0 ? null : tenant, user.Length == 0 ? null : user);
        }
        catch (AuthorizationException)
        {
            return null;
        }
    }
}
