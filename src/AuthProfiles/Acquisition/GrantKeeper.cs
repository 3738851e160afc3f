using AuthProfiles.Connections;
using AuthProfiles.Profiles;

namespace AuthProfiles.Acquisition;

/// <summary>Makes new grants durable. Whatever happens meanwhile, no grant is lost that is the newest, and none is kept that is not.</summary>
internal sealed class GrantKeeper(IAuthorizationProfile profile, GuardedStore store, ConnectionFinder finder, CredentialMaker maker, SourceEnvironment environment)
{
    /// <summary>The limit of a write and its reads. It is apart from the acquisition's: the provider has answered, and what it gave must not be lost to an end that comes then.</summary>
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(10);

    private const int MostTurns = 5;

    private readonly CredentialLog _log = new(environment.Logger, profile.Definition.Name);

    /// <summary>Writes a new grant.</summary>
    /// <param name="entry">Whose.</param>
    /// <param name="unsaved">The grant. Where the store does not take it, its turn goes on.</param>
    /// <param name="disposal">Ends the attempts to write it later, and not the first one.</param>
    /// <returns>The connection with the grant, also where the store does not take it yet; or null where a newer one stands there, which is to be used.</returns>
    /// <exception cref="AuthorizationRequiredException">The connection was deleted meanwhile. The grant is gone.</exception>
    public async ValueTask<ConnectionTarget?> KeepAsync(CredentialEntry entry, UnsavedGrant unsaved, CancellationToken disposal)
    {
        try
        {
            return await WriteAsync(entry, unsaved).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not AuthorizationRequiredException)
        {
            _log.GrantUnsaved(entry.Name, error);
            entry.Unsaved = unsaved;
            _ = Task.Run(() => SaveLaterAsync(entry, unsaved, disposal), CancellationToken.None);
            var origin = unsaved.Origin;
            return finder.Aim(origin.Values.Connection with { Grant = unsaved.Grant }, origin.Stored, origin.IsGiven);
        }
    }

    /// <summary>Writes the grant that the store has not taken, if there is one.</summary>
    /// <exception cref="AuthorizationException">The store still does not take it.</exception>
    public async ValueTask SaveAsync(CredentialEntry entry)
    {
        if (entry.Unsaved is not { } unsaved)
        {
            return;
        }

        ConnectionTarget? target;
        try
        {
            target = await WriteAsync(entry, unsaved).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw profile.Definition.Failure(entry.Name, AuthorizationErrorKind.StoreFailure, "the last grant could not be saved in time, and is not renewed before it is", isTransient: true);
        }

        // Two may write it at the same time: the second finds it written, and must not undo what came after.
        lock (entry.Gate)
        {
            if (!ReferenceEquals(entry.Unsaved, unsaved))
            {
                return;
            }

            entry.Unsaved = null;
            entry.Target = target ?? entry.Target;
        }

        await EndTurnAsync(unsaved).ConfigureAwait(false);
        _log.GrantSaved(entry.Name);
    }

    /// <summary>Notes in the store that the provider no longer accepts a connection's grant.</summary>
    /// <returns>False where the connection is another by now.</returns>
    public async ValueTask<bool> TryExpireAsync(CredentialEntry entry, StoredConnection stored, CancellationToken cancellationToken)
    {
        var expired = stored.Connection.After(stored.Connection, ConnectionEvent.Refused);
        var isWritten = await store.TryWriteAsync(entry.Name, expired, stored.Version, cancellationToken).ConfigureAwait(false) is not null;
        if (isWritten)
        {
            _log.ConnectionExpired(entry.Name);
        }

        return isWritten;
    }

    private async ValueTask<ConnectionTarget?> WriteAsync(CredentialEntry entry, UnsavedGrant unsaved)
    {
        using var limit = new CancellationTokenSource(WriteLimit, environment.Clock);
        var grant = unsaved.Grant;
        var stored = unsaved.Origin.Stored;
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var connection = Renewed(entry.Name, stored, grant, unsaved.Origin.Values.App);
            if (await store.TryWriteAsync(entry.Name, connection, stored?.Version ?? 0, limit.Token).ConfigureAwait(false) is { } version)
            {
                return finder.Aim(entry.Name, new StoredConnection(connection, version));
            }

            var now = await store.ReadAsync(entry.Name, limit.Token).ConfigureAwait(false);
            if (now is null or { Connection.State: ConnectionState.Revoked })
            {
                throw await DiscardAsync(entry, unsaved).ConfigureAwait(false);
            }

            // A write that was reported as failed may have happened.
            if (IsSame(now.Connection.Grant, grant))
            {
                return finder.Aim(entry.Name, now);
            }

            if (!IsSame(now.Connection.Grant, stored?.Connection.Grant))
            {
                _log.GrantSuperseded(entry.Name);
                return null;
            }

            // Something else of the connection was changed, such as its label: the grant that this one comes from is still the last.
            stored = now;
        }

        throw profile.Definition.Failure(entry.Name, AuthorizationErrorKind.StoreFailure, "the connection changes faster than its grant can be written", isTransient: true);
    }

    // What stands in settings or code is not written: it would be stale one day. A password has served.
    private Connection Renewed(ConnectionName name, StoredConnection? stored, Grant grant, ConnectionApp? app)
    {
        var connection = stored?.Connection ?? new() { Key = new(profile.Definition.Name, name) };
        var spent = profile.Definition.AdditionalFields.Where(static field => field.UsedOnce).Select(static field => field.Key);
        return (connection with { Grant = grant, App = app, Inputs = connection.Inputs.RemoveRange(spent) }).After(stored?.Connection, ConnectionEvent.Renewed);
    }

    private async ValueTask<AuthorizationRequiredException> DiscardAsync(CredentialEntry entry, UnsavedGrant unsaved)
    {
        (entry.Unsaved, entry.Target, entry.Held) = (null, null, null);
        await EndTurnAsync(unsaved).ConfigureAwait(false);
        _log.GrantDiscarded(entry.Name, await TryRevokeAsync(unsaved).ConfigureAwait(false));
        return profile.Definition.AuthorizationRequired(entry.Name, "the connection was deleted while it was renewed: its owner must authorize again");
    }

    private static ValueTask EndTurnAsync(UnsavedGrant unsaved) => unsaved.Turn?.DisposeAsync() ?? default;

    private async ValueTask<bool> TryRevokeAsync(UnsavedGrant unsaved)
    {
        if (IGrantRevocation.Of(profile) is not { } revocation)
        {
            return false;
        }

        using var limit = new CancellationTokenSource(WriteLimit, environment.Clock);
        try
        {
            return await revocation.RevokeAsync(maker.RequestFor(unsaved.Origin, isRenewal: false, refused: null).With(unsaved.Grant), limit.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Revoking is a courtesy here: nobody has the grant, and the failure that is told is another.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private async Task SaveLaterAsync(CredentialEntry entry, UnsavedGrant unsaved, CancellationToken disposal)
    {
        for (var attempt = 1; ReferenceEquals(entry.Unsaved, unsaved); attempt++)
        {
            try
            {
                await Task.Delay(BackOff.Pause(attempt, retryAfter: null, environment.NextRandom()), environment.Clock, disposal).ConfigureAwait(false);
                await SaveAsync(entry).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (disposal.IsCancellationRequested)
            {
                // The grant is lost with its source. Whoever has the next turn hears so from the provider, and does not wait for it.
                await EndTurnAsync(unsaved).ConfigureAwait(false);
                return;
            }
            catch (AuthorizationException)
            {
                // Not yet. Where the connection was deleted, there is nothing left to save.
            }
        }
    }

    private static bool IsSame(Grant? left, Grant? right) =>
        Equals(left?.AccessToken, right?.AccessToken) && Equals(left?.RefreshToken, right?.RefreshToken);
}
