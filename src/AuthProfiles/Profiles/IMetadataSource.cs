namespace AuthProfiles.Profiles;

/// <summary>Finds what authorization servers say about themselves.</summary>
/// <remarks>Implementations are thread-safe.</remarks>
internal interface IMetadataSource
{
    /// <summary>Finds the metadata of an issuer.</summary>
    /// <param name="request">Who asks: its token client is used, and a failure names its connection.</param>
    /// <param name="issuer">The issuer, exactly as it writes itself.</param>
    /// <param name="issuerTemplate">An issuer with <c>{tenantid}</c> in it that the metadata may name in place of the one asked, or null.</param>
    /// <param name="cancellationToken">Ends this caller's wait, and nothing else.</param>
    /// <exception cref="AuthorizationException">There is none to be had.</exception>
    ValueTask<ServerMetadata> FindAsync(CredentialRequest request, string issuer, string? issuerTemplate, CancellationToken cancellationToken);
}
