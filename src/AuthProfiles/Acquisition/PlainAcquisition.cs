namespace AuthProfiles.Acquisition;

/// <summary>Acquires credentials of profiles whose grants are not kept: one that is lost is made again.</summary>
internal sealed class PlainAcquisition(CredentialMaker maker, ConnectionFinder finder) : IAcquisition
{
    public async Task<HeldCredential> AcquireAsync(CredentialEntry entry, HeldCredential? refused, CancellationToken cancellationToken)
    {
        var target = entry.Target ??= await finder.FindAsync(entry.Name, cancellationToken).ConfigureAwait(false);
        var request = maker.RequestFor(target, isRenewal: entry.Held is not null, refused);
        var acquired = await maker.AskAsync(entry, request, cancellationToken).ConfigureAwait(false);
        if (acquired.Grant is { } grant)
        {
            target = entry.Target = finder.Aim(target.Values.Connection with { Grant = grant }, target.Stored, target.IsGiven);
        }

        return maker.Hold(acquired.Credential, target, refused);
    }
}
