using System.Data.Common;

namespace AuthProfiles.Relational.Tests.Infrastructure;

/// <summary>Counts how often a database is asked, and tells when it is and when it is no more.</summary>
internal sealed class CountedSource(DbDataSource inner) : DbDataSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private readonly List<DbConnection> _connections = [];
    private int _opened;

    /// <summary>Gets how many connections were opened.</summary>
    public int Opened => Volatile.Read(ref _opened);

    public override string ConnectionString => string.Empty;

    /// <summary>Waits until one more connection than so many was opened.</summary>
    public Task NextAsync(int after)
    {
        lock (_gate)
        {
            if (_opened > after)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((after + 1, reached));
            return reached.Task.WaitAsync(Patience);
        }
    }

    /// <summary>Waits until the connections that were opened are closed.</summary>
    public async Task QuietAsync()
    {
        var start = TimeProvider.System.GetTimestamp();
        while (IsBusy())
        {
            Assert.That(TimeProvider.System.GetElapsedTime(start), Is.LessThan(Patience), "A connection stays open.");
            await Task.Yield();
        }
    }

    protected override DbConnection CreateDbConnection() => inner.CreateConnection();

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        var connection = await inner.OpenConnectionAsync(cancellationToken);
        lock (_gate)
        {
            _opened++;
            _connections.Add(connection);
            _waiting.Where(waiting => waiting.Count <= _opened).ToList().ForEach(static waiting => waiting.Reached.TrySetResult());
        }

        return connection;
    }

    private bool IsBusy()
    {
        lock (_gate)
        {
            return _connections.Exists(static connection => connection.State == System.Data.ConnectionState.Open);
        }
    }
}
