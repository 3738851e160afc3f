namespace AuthProfiles.Tests.Infrastructure;

/// <summary>A store whose leases fail when they are given back.</summary>
internal sealed class StubbornStore(IConnectionStore inner) : IConnectionStore
{
    public ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default) => inner.ReadAsync(key, cancellationToken);

    public ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default) => inner.TryWriteAsync(connection, expectedVersion, cancellationToken);

    public ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default) => inner.DeleteAsync(key, cancellationToken);

    public IAsyncEnumerable<ConnectionKey> ListAsync(string profile, CancellationToken cancellationToken = default) => inner.ListAsync(profile, cancellationToken);

    public async ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default) =>
        await inner.TryLeaseAsync(key, duration, cancellationToken) is null ? null : new Lease(key);

    private sealed class Lease(ConnectionKey key) : IRenewalLease
    {
        public ConnectionKey Key => key;

        public ValueTask DisposeAsync() => throw new IOException("Host=db;Password=canary");
    }
}
