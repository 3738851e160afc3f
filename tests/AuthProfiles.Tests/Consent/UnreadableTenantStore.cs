namespace AuthProfiles.Tests.Consent;

/// <summary>A store with one user's connection, in which no tenant's can be read.</summary>
internal sealed class UnreadableTenantStore(Connection users) : IConnectionStore
{
    public ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default) =>
        new(key == users.Key ? new(users, 1) : ConnectionSealer.Unreadable(key, 1, ConnectionFault.KeyMissing));

    public ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<ConnectionKey> ListAsync(string profile, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default) => new((IRenewalLease?)null);
}
