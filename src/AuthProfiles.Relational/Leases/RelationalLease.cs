using System.Data.Common;
using System.Security.Cryptography;
using AuthProfiles.Relational.Sql;

namespace AuthProfiles.Relational.Leases;

/// <summary>A row that says who may renew a connection's grant, kept alive while its holder lives.</summary>
/// <remarks>It ends by the database's clock. Only the owner's random number extends or deletes it, so one that was lost meanwhile is left alone.</remarks>
internal sealed class RelationalLease : IRenewalLease
{
    private readonly BoundedDatabase _database;
    private readonly TimeSpan _duration;
    private readonly byte[] _owner = RandomNumberGenerator.GetBytes(16);
    private readonly CancellationTokenSource _end = new();
    private Task _keeping = Task.CompletedTask;
    private int _isDisposed;

    private RelationalLease(BoundedDatabase database, ConnectionKey key, TimeSpan duration)
    {
        _database = database;
        _duration = duration;
        Key = key;
    }

    public ConnectionKey Key { get; }

    /// <summary>Takes the lease, if nobody has it or it has expired, and keeps it alive.</summary>
    public static async ValueTask<RelationalLease?> TryTakeAsync(BoundedDatabase database, ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // There is nothing to give back before it was taken.
        var lease = new RelationalLease(database, key, duration);
#pragma warning restore CA2000
        if (await lease.RunAsync(PostgreSql.TakeLease, cancellationToken).ConfigureAwait(false) == 0)
        {
            return null;
        }

        lease.BeginExtending();
        return lease;
    }

    /// <summary>Gives the lease back. Where the database can't be reached, it ends by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        await _end.CancelAsync().ConfigureAwait(false);
        await _keeping.ConfigureAwait(false);
        _end.Dispose();
        try
        {
            await RunAsync(PostgreSql.ReleaseLease, CancellationToken.None).ConfigureAwait(false);
        }
        catch (AuthorizationException)
        {
        }
    }

    // Apart from the caller's activity, and from a transaction that ends before it.
    private void BeginExtending()
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            _keeping = KeepAliveAsync();
            return;
        }

        using (ExecutionContext.SuppressFlow())
        {
            _keeping = KeepAliveAsync();
        }
    }

    private async Task KeepAliveAsync()
    {
        var clock = _database.Clock;
        var extended = clock.GetTimestamp();
        try
        {
            while (clock.GetElapsedTime(extended) < _duration)
            {
                await Task.Delay(_duration / 3, clock, _end.Token).ConfigureAwait(false);
                var asked = clock.GetTimestamp();
                if (await TryExtendAsync().ConfigureAwait(false) is not { } isOurs)
                {
                    continue;
                }

                if (!isOurs)
                {
                    return;
                }

                extended = asked;
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    // Null where it is not known: while the lease may still live, the next turn tries again.
    private async ValueTask<bool?> TryExtendAsync()
    {
        try
        {
            return await RunAsync(PostgreSql.ExtendLease, _end.Token).ConfigureAwait(false) > 0;
        }
        catch (AuthorizationException)
        {
            return null;
        }
    }

    private ValueTask<int> RunAsync(string text, CancellationToken cancellationToken) =>
        _database.CallAsync(DatabaseCall.Leasing(Key), (connection, token) => ConnectionRows.RunAsync(Command(connection, text), token), cancellationToken);

    private DbCommand Command(DbConnection connection, string text) => text == PostgreSql.ReleaseLease
        ? connection.Command(text, Key, ("owner", _owner))
        : connection.Command(text, Key, ("owner", _owner), ("milliseconds", _duration.TotalMilliseconds));
}
