using AuthProfiles.Connections;

namespace AuthProfiles.Acquisition;

/// <summary>The connections of one profile in the store. Whatever a store throws becomes a typed error, and never looks like an absent connection.</summary>
internal sealed class GuardedStore(ProfileDefinition definition, IConnectionStore store)
{
    /// <summary>Reads a connection as it is now.</summary>
    /// <exception cref="AuthorizationException">The store failed.</exception>
    public async ValueTask<StoredConnection?> ReadAsync(ConnectionName name, CancellationToken cancellationToken)
    {
        try
        {
            return await BoundAsync(store.ReadAsync(new(definition.Name, name), cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (IsForeign(error, cancellationToken))
        {
            throw Failed(name, error);
        }
    }

    /// <summary>Writes a connection if nobody has written it since it was read.</summary>
    /// <exception cref="AuthorizationException">The store failed; the write may have happened.</exception>
    public async ValueTask<long?> TryWriteAsync(ConnectionName name, Connection connection, long expectedVersion, CancellationToken cancellationToken)
    {
        try
        {
            return await BoundAsync(store.TryWriteAsync(connection, expectedVersion, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (IsForeign(error, cancellationToken))
        {
            throw Failed(name, error);
        }
    }

    // A store that hangs and does not look at its token holds up nobody.
    private static ValueTask<TResult> BoundAsync<TResult>(ValueTask<TResult> call, CancellationToken cancellationToken) =>
        call.IsCompleted ? call : new(call.AsTask().WaitAsync(cancellationToken));

    private static bool IsForeign(Exception error, CancellationToken cancellationToken) =>
        error is not AuthorizationException && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested);

    // A driver's message may quote the connection string: its type is all that is told.
    private AuthorizationException Failed(ConnectionName name, Exception error) =>
        definition.Failure(name, AuthorizationErrorKind.StoreFailure, $"the connection store failed with {error.GetType().Name}", isTransient: true);
}
