namespace AuthProfiles.Acquisition;

/// <summary>Looks again at a stored connection while its credential is good: another process may have ended or changed it.</summary>
internal sealed class StoreLook(GuardedStore store, IAcquisition acquisition, TimeProvider clock) : IAcquisition
{
    public async Task<HeldCredential> AcquireAsync(CredentialEntry entry, HeldCredential? refused, CancellationToken cancellationToken)
    {
        if (refused is null && entry.Held is { Target.Stored: { } stored } held && !held.IsDue(clock))
        {
            var now = await store.ReadAsync(entry.Name, cancellationToken).ConfigureAwait(false);
            if (now?.Version == stored.Version && now.Fault is null)
            {
                held.Looked(clock);
                return held;
            }

            if (now is not { Connection.State: ConnectionState.Active })
            {
                // Its owner has taken it back: not even a credential that is still good is used.
                (entry.Held, entry.Target) = (null, null);
            }
        }

        return await acquisition.AcquireAsync(entry, refused, cancellationToken).ConfigureAwait(false);
    }
}
