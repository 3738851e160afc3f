namespace AuthProfiles.Security.Tests.Canary;

/// <summary>A store that fails where it is told to, and says of whom, as drivers do.</summary>
internal sealed class FailingStore(IConnectionStore inner) : IConnectionStore
{
    public bool FailsToRead { get; set; }

    public bool FailsToWrite { get; set; }

    public bool FailsToLease { get; set; }

    public ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default) =>
        FailsToRead ? throw new IOException($"No read of {key}.") : inner.ReadAsync(key, cancellationToken);

    public ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default) =>
        FailsToWrite ? throw new IOException($"No write of {connection}.") : inner.TryWriteAsync(connection, expectedVersion, cancellationToken);

    public ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default) =>
        FailsToWrite ? throw new IOException($"No deletion of {key}.") : inner.DeleteAsync(key, cancellationToken);

    public IAsyncEnumerable<ConnectionKey> ListAsync(string profile, CancellationToken cancellationToken = default) => inner.ListAsync(profile, cancellationToken);

    public ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default) =>
        FailsToLease ? throw new IOException($"No lease of {key}.") : inner.TryLeaseAsync(key, duration, cancellationToken);
}
