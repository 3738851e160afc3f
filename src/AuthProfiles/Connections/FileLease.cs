namespace AuthProfiles.Connections;

/// <summary>A lease that is a kernel's lock: it ends when it is disposed, or with the process.</summary>
/// <param name="key">Whose connection.</param>
/// <param name="file">The lock.</param>
/// <param name="ended">Called once, when the lock is free.</param>
internal sealed class FileLease(ConnectionKey key, FileStream file, Action ended) : IRenewalLease
{
    private int _isEnded;

    public ConnectionKey Key => key;

    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 0)
        {
            file.Dispose();
            ended();
        }

        return default;
    }
}
