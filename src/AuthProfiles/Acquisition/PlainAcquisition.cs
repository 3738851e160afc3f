namespace AuthProfiles.Acquisition;

/// <summary>Acquires credentials of profiles whose grants are not kept: one that is lost is made again.</summary>
internal sealed class PlainAcquisition(CredentialMaker maker, ConnectionFinder finder) : IAcquisition
{
    public async Task<HeldCredential> AcquireAsync(CredentialEntry entry, HeldCredential? refused, CancellationToken cancellationToken)
    {
        // Anew each time: a secret that was rotated or mended in the settings is used at once.
        var target = await FindAsync(entry, cancellationToken).ConfigureAwait(false);
        if (entry.Target?.Grant is { } last)
        {
            target = finder.Aim(target.Values.Connection with { Grant = last }, target.Stored, target.IsGiven);
        }

        var request = maker.RequestFor(target, isRenewal: entry.Held is not null, refused);
        var acquired = await maker.AskAsync(entry, request, cancellationToken).ConfigureAwait(false);
        if (acquired.Grant is { } grant)
        {
            target = finder.Aim(target.Values.Connection with { Grant = grant }, target.Stored, target.IsGiven);
        }

        entry.Target = target;
        return maker.Hold(acquired.Credential, target, request, refused);
    }

    private async ValueTask<ConnectionTarget> FindAsync(CredentialEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var target = await finder.FindAsync(entry.Name, cancellationToken).ConfigureAwait(false);
            if (target.Stored is null && entry.Held?.Target.Stored is not null)
            {
                Forget(entry);
            }

            return target;
        }
        catch (AuthorizationException error) when (error.Kind is AuthorizationErrorKind.AuthorizationRequired or AuthorizationErrorKind.UnknownConnection)
        {
            Forget(entry);
            throw;
        }
    }

    // Its owner has taken the connection back: not even a credential that is still good is used.
    private static void Forget(CredentialEntry entry) => (entry.Held, entry.Target) = (null, null);
}
