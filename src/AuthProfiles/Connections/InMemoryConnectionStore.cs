using System.Runtime.CompilerServices;

namespace AuthProfiles;

/// <summary>Keeps connections in the memory of this process. They are gone when it ends.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryConnectionStore : IConnectionStore
{
    private readonly object _gate = new();
    private readonly Dictionary<ConnectionKey, Entry> _entries = [];
    private readonly Dictionary<ConnectionKey, Lease> _leases = [];

    /// <inheritdoc/>
    public ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var stored = _entries.TryGetValue(key, out var entry) && entry.Connection is { } connection ? new StoredConnection(connection, entry.Version) : null;
            return new(stored);
        }
    }

    /// <inheritdoc/>
    public ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _entries.TryGetValue(connection.Key, out var entry);
            if (expectedVersion != (entry.Connection is null ? 0 : entry.Version))
            {
                return new((long?)null);
            }

            _entries[connection.Key] = new(connection, entry.Version + 1);
            return new(entry.Version + 1);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry) || entry.Connection is null)
            {
                return new(false);
            }

            _entries[key] = new(null, entry.Version + 1);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ConnectionKey> ListAsync(string profile, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ConnectionKey[] keys;
        lock (_gate)
        {
            keys = [.. _entries.Where(pair => pair.Value.Connection is not null && string.Equals(pair.Key.Profile, profile, StringComparison.Ordinal)).Select(pair => pair.Key)];
        }

        foreach (var key in keys)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return key;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var lease = new Lease(this, key);
            return new(_leases.TryAdd(key, lease) ? lease : null);
        }
    }

    // A deleted connection keeps its version, so that a late write of the old one loses.
    private readonly record struct Entry(Connection? Connection, long Version);

    // Its holder lives as long as the store: both are this process.
    private sealed class Lease(InMemoryConnectionStore store, ConnectionKey key) : IRenewalLease
    {
        public ConnectionKey Key => key;

        public ValueTask DisposeAsync()
        {
            lock (store._gate)
            {
                if (store._leases.TryGetValue(key, out var held) && ReferenceEquals(held, this))
                {
                    store._leases.Remove(key);
                }
            }

            return default;
        }
    }
}
