namespace AuthProfiles.Tests.Infrastructure;

/// <summary>A store whose entries can't be read as long as a test says so.</summary>
internal sealed class FaultyStore(IConnectionStore inner) : IConnectionStore
{
    public ConnectionFault? Fault { get; set; }

    public async ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default) =>
        await inner.ReadAsync(key, cancellationToken) is { } stored && Fault is { } fault ? ConnectionSealer.Unreadable(key, stored.Version, fault) : await inner.ReadAsync(key, cancellationToken);

    public ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default) => inner.TryWriteAsync(connection, expectedVersion, cancellationToken);

    public ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default) => inner.DeleteAsync(key, cancellationToken);

    public IAsyncEnumerable<ConnectionKey> ListAsync(string profile, CancellationToken cancellationToken = default) => inner.ListAsync(profile, cancellationToken);

    public ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default) => inner.TryLeaseAsync(key, duration, cancellationToken);
}
