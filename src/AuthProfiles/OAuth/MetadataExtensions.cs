using AuthProfiles.Profiles;

namespace AuthProfiles.OAuth;

/// <summary>Lets a profile find the metadata of its authorization server.</summary>
internal static class MetadataExtensions
{
    /// <summary>Finds the metadata of an issuer; what was found is kept for all acquisitions of the application.</summary>
    /// <inheritdoc cref="IMetadataSource.FindAsync"/>
    public static ValueTask<ServerMetadata> FindMetadataAsync(this CredentialRequest request, string issuer, string? issuerTemplate, CancellationToken cancellationToken) =>
        (request.Metadata ?? new MetadataCache(request.Clock)).FindAsync(request, issuer, issuerTemplate, cancellationToken);
}
