namespace AuthProfiles.Connections;

/// <summary>A lease that is a kernel's lock: it ends when it is disposed, with its duration, or with the process.</summary>
internal sealed class FileLease : IRenewalLease
{
    private readonly FileStream _file;
    private readonly Action _ended;
    private readonly ITimer _timer;
    private int _isEnded;

    /// <summary>Initializes a new instance of the <see cref="FileLease"/> class.</summary>
    /// <param name="key">Whose connection.</param>
    /// <param name="file">The lock.</param>
    /// <param name="duration">How long it is held at the most.</param>
    /// <param name="clock">What ends it.</param>
    /// <param name="ended">Called once, when the lock is free.</param>
    public FileLease(ConnectionKey key, FileStream file, TimeSpan duration, TimeProvider clock, Action ended)
    {
        Key = key;
        _file = file;
        _ended = ended;
        _timer = clock.CreateTimer(static lease => ((FileLease)lease!).End(), this, duration, Timeout.InfiniteTimeSpan);
    }

    public ConnectionKey Key { get; }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync().ConfigureAwait(false);
        End();
    }

    private void End()
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 0)
        {
            _file.Dispose();
            _ended();
        }
    }
}
