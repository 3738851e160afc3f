namespace AuthProfiles.Tests.Infrastructure;

/// <summary>A store whose calls a test watches and makes fail.</summary>
internal sealed class WatchedStore : IConnectionStore
{
    private readonly InMemoryConnectionStore _inner = new();
    private int _reads;
    private int _writes;

    /// <summary>Gets or sets what happens before a read.</summary>
    public Func<Task> BeforeRead { get; set; } = static () => Task.CompletedTask;

    /// <summary>Gets or sets what happens after a read, before its caller knows.</summary>
    public Func<Task> AfterRead { get; set; } = static () => Task.CompletedTask;

    /// <summary>Gets or sets what happens before a write.</summary>
    public Func<Connection, Task> BeforeWrite { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Gets or sets what happens after a write, before its caller knows.</summary>
    public Func<Task> AfterWrite { get; set; } = static () => Task.CompletedTask;

    /// <summary>Gets or sets what happens before a deletion.</summary>
    public Func<Task> BeforeDelete { get; set; } = static () => Task.CompletedTask;

    /// <summary>Gets or sets what happens before a lease is taken.</summary>
    public Func<Task> BeforeLease { get; set; } = static () => Task.CompletedTask;

    /// <summary>Gets or sets what is listed in place of the connections, or null.</summary>
    public Func<IAsyncEnumerable<ConnectionKey>>? List { get; set; }

    public int Reads => Volatile.Read(ref _reads);

    public int Writes => Volatile.Read(ref _writes);

    public IConnectionStore Inner => _inner;

    public async ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        await BeforeRead();
        var stored = await _inner.ReadAsync(key, cancellationToken);
        await AfterRead();
        return stored;
    }

    public async ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _writes);
        await BeforeWrite(connection);
        var version = await _inner.TryWriteAsync(connection, expectedVersion, cancellationToken);
        await AfterWrite();
        return version;
    }

    public async ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default)
    {
        await BeforeDelete();
        return await _inner.DeleteAsync(key, cancellationToken);
    }

    public IAsyncEnumerable<ConnectionKey> ListAsync(string profile, CancellationToken cancellationToken = default) => List?.Invoke() ?? _inner.ListAsync(profile, cancellationToken);

    public async ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        await BeforeLease();
        return await _inner.TryLeaseAsync(key, duration, cancellationToken);
    }
}
