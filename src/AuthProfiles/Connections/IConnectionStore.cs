namespace AuthProfiles;

/// <summary>Keeps connections: those of users and of tenants that stand in no settings.</summary>
/// <remarks>
/// Implementations are thread-safe. A failure to reach or read the store is thrown as an <see cref="AuthorizationException"/>
/// of kind <see cref="AuthorizationErrorKind.StoreFailure"/>; it never looks like an absent connection. A durable store keeps
/// inputs and grants encrypted.
/// </remarks>
public interface IConnectionStore
{
    /// <summary>Reads a connection.</summary>
    /// <param name="key">Whose connection.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The connection with its version, or null where there is none or it was deleted.</returns>
    ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default);

    /// <summary>Writes a connection if nobody has written it since it was read. When this returns a version, the write is durable.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="expectedVersion">The version read before, or 0 where there was none (a deleted connection counts as none).</param>
    /// <param name="cancellationToken">Ends the wait; the write may still have happened.</param>
    /// <returns>The new version, or null where the version was another: nothing was written, read again.</returns>
    ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Deletes a connection, whatever its version. A write that names a version from before loses against it.</summary>
    /// <param name="key">Whose connection.</param>
    /// <param name="cancellationToken">Ends the wait; the deletion may still have happened.</param>
    /// <returns>True where there was a connection.</returns>
    ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default);

    /// <summary>Lists the connections of a profile, in no particular order.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The keys; connections that come or go meanwhile may or may not be among them.</returns>
    IAsyncEnumerable<ConnectionKey> ListAsync(string profile, CancellationToken cancellationToken = default);

    /// <summary>Takes the right to renew a connection's grant, if nobody else has it. A lease lasts until it is given back, however long its holder works.</summary>
    /// <param name="key">Whose connection.</param>
    /// <param name="duration">How long the lease outlasts a holder that has died, at the most. A store that sees the death ends the lease with it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lease, or null where somebody else holds it.</returns>
    ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default);
}
