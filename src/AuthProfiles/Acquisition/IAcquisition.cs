namespace AuthProfiles.Acquisition;

/// <summary>Makes the credential of an entry. One at a time runs for each.</summary>
internal interface IAcquisition
{
    /// <summary>Makes the credential.</summary>
    /// <param name="entry">Whose.</param>
    /// <param name="refused">The credential that the service refused, or null.</param>
    /// <param name="cancellationToken">The acquisition's own deadline.</param>
    /// <exception cref="AuthorizationException">There is none to be had.</exception>
    Task<HeldCredential> AcquireAsync(CredentialEntry entry, HeldCredential? refused, CancellationToken cancellationToken);
}
