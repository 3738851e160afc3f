using System.Data.Common;
using AuthProfiles.Relational.Sql;

namespace AuthProfiles;

/// <summary>Keeps consents that have begun in PostgreSQL, so that the callback may come to any node.</summary>
/// <remarks>
/// Thread-safe. They are encrypted, and found by a hash of their state. At most ten of one owner and about 10,000 in all: the oldest
/// of the same owner goes first, then the oldest of all. The tables are those of <see cref="RelationalConnectionStore"/>.
/// </remarks>
public sealed class RelationalAuthorizationStateStore : IAuthorizationStateStore
{
    private readonly BoundedDatabase _database;
    private readonly PendingAuthorizationSealer _sealer;

    /// <summary>Initializes a new instance of the <see cref="RelationalAuthorizationStateStore"/> class.</summary>
    /// <param name="database">Where connections to the database come from. The store does not dispose it.</param>
    /// <param name="sealer">Encrypts.</param>
    /// <param name="clock">The clock that bounds calls and ends consents; null is the system's.</param>
    public RelationalAuthorizationStateStore(DbDataSource database, PendingAuthorizationSealer sealer, TimeProvider? clock = null)
        : this(new BoundedDatabase(database, clock), sealer)
    {
    }

    internal RelationalAuthorizationStateStore(BoundedDatabase database, PendingAuthorizationSealer sealer)
    {
        ArgumentNullException.ThrowIfNull(sealer);
        _database = database;
        _sealer = sealer;
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(PendingAuthorization pending, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pending);
        var (all, spent) = (_sealer.Seal(pending), _sealer.Seal(PendingAuthorizationSealer.Spend(pending)));
        await _database.CallAsync(
            DatabaseCall.Saving(pending.Key),
            (connection, token) => ConnectionRows.RunAsync(
                connection.Command(PostgreSql.SaveConsent, pending.Key, ("place", PendingAuthorizationSealer.PlaceOf(pending.State)), ("sealed", all), ("spent", spent), ("expires", pending.ExpiresAt.ToUniversalTime()), ("now", Now())),
                token),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<PendingAuthorization?> TakeAsync(SecretValue state, CancellationToken cancellationToken = default)
    {
        var place = PendingAuthorizationSealer.PlaceOf(state);
        var data = await _database.CallAsync(DatabaseCall.Taking(), (connection, token) => TakeAsync(connection, place, token), cancellationToken).ConfigureAwait(false);
        return data is null ? null : _sealer.Open(state, data);
    }

    private async Task<byte[]?> TakeAsync(DbConnection connection, byte[] place, CancellationToken cancellationToken) =>
        await FindAsync(connection, PostgreSql.TakeConsent, place, cancellationToken).ConfigureAwait(false)
        ?? await FindAsync(connection, PostgreSql.FindSpentConsent, place, cancellationToken).ConfigureAwait(false);

    private async Task<byte[]?> FindAsync(DbConnection connection, string text, byte[] place, CancellationToken cancellationToken)
    {
        var command = connection.Command(text, ("place", place), ("now", Now()));
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as byte[];
        }
    }

    private DateTimeOffset Now() => _database.Clock.GetUtcNow();
}
