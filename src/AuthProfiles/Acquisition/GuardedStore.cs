using AuthProfiles.Connections;

namespace AuthProfiles.Acquisition;

/// <summary>The connections of one profile in the store. Whatever a store throws becomes a typed error, and never looks like an absent connection.</summary>
internal sealed class GuardedStore(ProfileDefinition definition, IConnectionStore store)
{
    /// <summary>Reads a connection as it is now.</summary>
    /// <exception cref="AuthorizationException">The store failed.</exception>
    public ValueTask<StoredConnection?> ReadAsync(ConnectionName name, CancellationToken cancellationToken) =>
        GuardAsync(name, () => store.ReadAsync(KeyOf(name), cancellationToken), cancellationToken);

    /// <summary>Writes a connection if nobody has written it since it was read.</summary>
    /// <exception cref="AuthorizationException">The store failed; the write may have happened.</exception>
    public ValueTask<long?> TryWriteAsync(ConnectionName name, Connection connection, long expectedVersion, CancellationToken cancellationToken) =>
        GuardAsync(name, () => store.TryWriteAsync(connection, expectedVersion, cancellationToken), cancellationToken);

    /// <summary>Deletes a connection, whatever its version.</summary>
    /// <exception cref="AuthorizationException">The store failed; the deletion may have happened.</exception>
    public ValueTask<bool> DeleteAsync(ConnectionName name, CancellationToken cancellationToken) =>
        GuardAsync(name, () => store.DeleteAsync(KeyOf(name), cancellationToken), cancellationToken);

    /// <summary>Takes the right to renew a connection, if nobody else has it.</summary>
    /// <exception cref="AuthorizationException">The store can't say who has it.</exception>
    public ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionName name, TimeSpan duration, CancellationToken cancellationToken) =>
        GuardAsync(name, () => store.TryLeaseAsync(KeyOf(name), duration, cancellationToken), cancellationToken);

    private ConnectionKey KeyOf(ConnectionName name) => new(definition.Name, name);

    private ValueTask<TResult> GuardAsync<TResult>(ConnectionName name, Func<ValueTask<TResult>> call, CancellationToken cancellationToken) => StoreCall.GuardAsync(
        call,
        error => definition.Failure(name, AuthorizationErrorKind.StoreFailure, $"the connection store failed with {error.GetType().Name}", isTransient: true),
        cancellationToken);
}
