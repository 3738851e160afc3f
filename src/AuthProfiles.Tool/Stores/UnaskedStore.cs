namespace AuthProfiles.Tool.Stores;

/// <summary>Stands for the application's store where none is asked: explain then says so, and not that nobody has consented.</summary>
internal sealed class UnaskedStore : IConnectionStore
{
    public ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default) => throw Asked();

    public ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default) => throw Asked();

    public ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default) => throw Asked();

    public IAsyncEnumerable<ConnectionKey> ListAsync(string profile, CancellationToken cancellationToken = default) => throw Asked();

    public ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default) => throw Asked();

    private static InvalidOperationException Asked() => new("No connection store is asked here.");
}
