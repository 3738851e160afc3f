using AuthProfiles.Profiles;

namespace AuthProfiles.Acquisition;

/// <summary>Acquires credentials of profiles whose grants are kept: each time by what the store has now, and durable before they are used.</summary>
internal sealed class KeptGrantAcquisition(ProfileDefinition definition, GuardedStore store, ConnectionFinder finder, CredentialMaker maker, GrantKeeper keeper, RenewalTurns turns, TimeProvider clock, CancellationToken disposal) : IAcquisition
{
    private const int MostAttempts = 5;

    public async Task<HeldCredential> AcquireAsync(CredentialEntry entry, HeldCredential? refused, CancellationToken cancellationToken)
    {
        await keeper.SaveAsync(entry).ConfigureAwait(false);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await TryAcquireAsync(entry, refused, cancellationToken).ConfigureAwait(false) is { } held)
            {
                return held;
            }
        }

        throw definition.Failure(entry.Name, AuthorizationErrorKind.Transient, "the connection changes faster than it can be renewed", isTransient: true);
    }

    /// <summary>Says whether the profile is to renew: not where the store has a grant that the credential in use does not come from.</summary>
    private bool IsRenewal(HeldCredential? held, ConnectionTarget target, HeldCredential? refused) => held is not null && (refused is not null || held.IsDue(clock)) && (held.Target.Grant, target.Grant) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        var (old, now) => target.StoredVersion <= held.Target.StoredVersion || old.AccessToken.Equals(now.AccessToken),
    };

    // What the profile answers without a word to the provider.
    private static bool IsGood(CredentialRequest request, DateTimeOffset now) =>
        !request.IsRenewal && request.Connection.Grant is { } grant && (grant.ExpiresAt is not { } end || end > now);

    // Ended long ago, by whatever clock: its token is never used, and only renewed.
    private static Grant WithoutToken(CredentialRequest request) => new()
    {
        AccessToken = "no-usable-access-token",
        ObtainedAt = request.Clock.GetUtcNow(),
        ExpiresAt = DateTimeOffset.UnixEpoch,
        Issuer = request.Notes.Issuer,
        ClientId = request.Notes.ClientId,
    };

    // Returns null where somebody else has changed the connection, so that another look is worth while.
    private async ValueTask<HeldCredential?> TryAcquireAsync(CredentialEntry entry, HeldCredential? refused, CancellationToken cancellationToken)
    {
        var target = await ReadAsync(entry, cancellationToken).ConfigureAwait(false);
        if (entry.Spent is { } spent && spent.IsSameAs(target.Values.Connection))
        {
            throw spent.Error.Again(TimeSpan.Zero);
        }

        var request = maker.RequestFor(target, IsRenewal(entry.Held, target, refused), refused);
        var now = clock.GetUtcNow();
        if (IsGood(request, now))
        {
            // The profile must find the token as good as we do: it would renew it without a turn. What has ended meanwhile is looked at again.
            var held = await AcquireAsync(entry, target, request.At(now), refused, turn: null, cancellationToken).ConfigureAwait(false);
            return IsGood(request, clock.GetUtcNow()) ? held : null;
        }

        if (await turns.TakeAsync(entry.Name, target.StoredVersion, cancellationToken).ConfigureAwait(false) is not { } turn)
        {
            return null;
        }

        try
        {
            return await AcquireAsync(entry, target, request, refused, turn, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!ReferenceEquals(entry.Unsaved?.Turn, turn))
            {
                await turn.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<HeldCredential?> AcquireAsync(CredentialEntry entry, ConnectionTarget target, CredentialRequest request, HeldCredential? refused, RenewalTurn? turn, CancellationToken cancellationToken)
    {
        if (await AskAsync(entry, target, request, turn, cancellationToken).ConfigureAwait(false) is not { } acquired)
        {
            return null;
        }

        var kept = acquired.Grant is { } grant ? await keeper.KeepAsync(entry, new(grant, target, turn), disposal).ConfigureAwait(false) : target;
        if (kept is null)
        {
            return null;
        }

        (entry.Target, entry.Spent) = (kept, null);
        return maker.Hold(acquired.Credential, kept, request, refused);
    }

    private async ValueTask<Acquired?> AskAsync(CredentialEntry entry, ConnectionTarget target, CredentialRequest request, RenewalTurn? turn, CancellationToken cancellationToken)
    {
        try
        {
            return await maker.AskAsync(entry, request, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthorizationException) when (request.Notes.RefreshToken is not null)
        {
            var grant = (target.Grant is null ? null : target.Stored?.Connection.Grant) ?? WithoutToken(request);
            await keeper.KeepAsync(entry, new(grant with { RefreshToken = request.Notes.RefreshToken }, target, turn), disposal).ConfigureAwait(false);
            throw;
        }
        catch (AuthorizationException error) when (error.Kind == AuthorizationErrorKind.AuthorizationRequired)
        {
            // Where nothing was refused and a token lives, there is only nothing to renew it with: it is still used.
            var notes = request.Notes;
            var isRefused = notes.GrantEnded || error.ErrorCode is not null;
            if (isRefused || target.Grant is null)
            {
                entry.Spent = new(target.Values.Connection, error, notes.InputsRefused);
            }

            // A refused password says nothing about the grant that it was to replace.
            var hasEnded = notes.GrantEnded || (isRefused && !(notes.InputsRefused && target.Grant is not null));
            if (await IsOvertakenAsync(entry, target, hasEnded, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            if (hasEnded && request.Refused is not null)
            {
                // The service has refused its token and the provider its grant: nothing is left to use.
                entry.Held = null;
            }

            throw;
        }
    }

    private async ValueTask<ConnectionTarget> ReadAsync(CredentialEntry entry, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(entry.Name, cancellationToken).ConfigureAwait(false);
        if (stored is null or { Connection.State: ConnectionState.Revoked } && entry.Held?.Target.Stored is not null)
        {
            // Its owner has taken it back: not even a token that still lives is used.
            entry.Held = null;
        }

        return entry.Target = finder.Aim(entry.Name, stored);
    }

    // What was refused may be no longer the last: another process may have renewed, or its owner authorized it anew.
    private async ValueTask<bool> IsOvertakenAsync(CredentialEntry entry, ConnectionTarget target, bool hasEnded, CancellationToken cancellationToken)
    {
        var now = await store.ReadAsync(entry.Name, cancellationToken).ConfigureAwait(false);
        if ((now?.Version ?? 0) != target.StoredVersion)
        {
            return true;
        }

        if (!hasEnded || now is not { Connection.State: ConnectionState.Active })
        {
            return false;
        }

        // What settings and code give, such as a password, may obtain another grant.
        return !await keeper.TryExpireAsync(entry, now, cancellationToken).ConfigureAwait(false) || (target.IsGiven && target.Grant is not null);
    }
}
