using AuthProfiles.Connections;
using AuthProfiles.Profiles;

namespace AuthProfiles.Acquisition;

/// <summary>Takes turns with other processes: one of them renews a connection, and the others use what it has stored.</summary>
/// <remarks>It spares a strict provider the token that was redeemed before. Where it fails, the store's versions still keep grants apart.</remarks>
internal sealed class RenewalTurns(ProfileDefinition definition, GuardedStore store, SourceEnvironment environment)
{
    /// <summary>The longest time that a dead process holds up the others.</summary>
    private static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Takes the turn to renew a connection.</summary>
    /// <param name="name">Whose.</param>
    /// <param name="version">The version that is to be renewed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The turn, which is to be disposed, or null where the connection is another by now: it is to be read again.</returns>
    /// <exception cref="AuthorizationException">Nobody can say whose turn it is, or it is somebody else's for too long.</exception>
    public async ValueTask<RenewalTurn?> TakeAsync(ConnectionName name, long version, CancellationToken cancellationToken)
    {
        var began = environment.Clock.GetTimestamp();
        for (var pause = ShortestPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (await TryTakeAsync(name, cancellationToken).ConfigureAwait(false) is { } turn)
            {
                return await CheckAsync(turn, name, version, cancellationToken).ConfigureAwait(false);
            }

            if (environment.Clock.GetElapsedTime(began) >= LongestWait)
            {
                throw definition.Failure(name, AuthorizationErrorKind.Transient, $"another process has been renewing it for {LongestWait.TotalSeconds:0} seconds", isTransient: true);
            }

            await Task.Delay(pause * (0.5 + (environment.NextRandom() / 2)), environment.Clock, cancellationToken).ConfigureAwait(false);
            if (await IsChangedAsync(name, version, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }
    }

    private async ValueTask<RenewalTurn?> TryTakeAsync(ConnectionName name, CancellationToken cancellationToken)
    {
        try
        {
            return await store.TryLeaseAsync(name, LeaseDuration, cancellationToken).ConfigureAwait(false) is { } lease ? new(lease, environment.Clock) : null;
        }
        catch (AuthorizationException error) when (error.Kind == AuthorizationErrorKind.StoreFailure && definition.Traits.RenewsAlone)
        {
            return RenewalTurn.Alone;
        }
    }

    // Whoever had the turn before may have renewed it since it was read.
    private async ValueTask<RenewalTurn?> CheckAsync(RenewalTurn turn, ConnectionName name, long version, CancellationToken cancellationToken)
    {
        var isChanged = true;
        try
        {
            isChanged = await IsChangedAsync(name, version, cancellationToken).ConfigureAwait(false);
            return isChanged ? null : turn;
        }
        finally
        {
            if (isChanged)
            {
                await turn.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<bool> IsChangedAsync(ConnectionName name, long version, CancellationToken cancellationToken) =>
        (await store.ReadAsync(name, cancellationToken).ConfigureAwait(false))?.Version is var now && (now ?? 0) != version;
}
