using System.Data.Common;
using System.Transactions;

namespace AuthProfiles.Relational.Sql;

/// <summary>Asks the database, and waits no longer than it may. Whatever goes wrong is one kind of error.</summary>
/// <remarks>Thread-safe. A driver that does not look at its token is left behind: its task ends by itself and closes its connection.</remarks>
internal sealed class BoundedDatabase
{
    private readonly Schema _schema = new();
    private readonly DbDataSource _source;

    public BoundedDatabase(DbDataSource database, TimeProvider? clock)
    {
        ArgumentNullException.ThrowIfNull(database);
        _source = database;
        Clock = clock ?? TimeProvider.System;
    }

    /// <summary>Gets how long one call may take, with opening a connection and, the first time, making the tables.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(10);

    public TimeProvider Clock { get; }

    /// <summary>Runs some work on a connection of its own.</summary>
    /// <exception cref="AuthorizationException">The database failed (<see cref="AuthorizationErrorKind.StoreFailure"/>).</exception>
    public async ValueTask<TResult> CallAsync<TResult>(DatabaseCall call, Func<DbConnection, CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
    {
        // A driver that takes a connection out of its pool may not look.
        cancellationToken.ThrowIfCancellationRequested();
        var asked = new Asked();
        var working = WorkAsync(call, work, asked, cancellationToken);
        try
        {
            return await working.WaitAsync(Limit, Clock, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            throw call.TimedOut(Limit, asked.Value);
        }
        catch (Exception error) when (error is not AuthorizationException)
        {
            throw call.Failed(error, asked.Value);
        }
        finally
        {
            Observe(working);
        }
    }

    private async Task<TResult> WorkAsync<TResult>(DatabaseCall call, Func<DbConnection, CancellationToken, Task<TResult>> work, Asked asked, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, Clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);

        // A driver would join the caller's transaction: then what was said to be kept could still be undone with it.
        using var alone = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        var connection = await _source.OpenConnectionAsync(linked.Token).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await _schema.EnsureAsync(connection, call, linked.Token).ConfigureAwait(false);
            asked.Value = true;
            return await work(connection, linked.Token).ConfigureAwait(false);
        }
    }

    // What a task that was left behind ends with is nobody's concern any more.
    private static void Observe(Task working) => _ = working.ContinueWith(
        static task => _ = task.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    /// <summary>Whether the work has begun: before it, nothing can have changed.</summary>
    private sealed class Asked
    {
        private volatile bool _value;

        public bool Value
        {
            get => _value;
            set => _value = value;
        }
    }
}
