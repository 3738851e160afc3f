using AuthProfiles.Profiles;

namespace AuthProfiles.OAuth;

/// <summary>Lets a profile find the metadata of its authorization server.</summary>
internal static class MetadataExtensions
{
    /// <summary>Finds the metadata of an issuer; what was found is kept for all acquisitions of the application.</summary>
    /// <inheritdoc cref="IMetadataSource.FindAsync"/>
    public static async ValueTask<ServerMetadata> FindMetadataAsync(this CredentialRequest request, string issuer, string? issuerTemplate, CancellationToken cancellationToken)
    {
        if (request.Metadata is { } kept)
        {
            return await kept.FindAsync(request, issuer, issuerTemplate, cancellationToken).ConfigureAwait(false);
        }

        // A profile by itself has nowhere to keep them, and nobody to share an answer with.
        var reading = await MetadataDocument.ReadAsync(request.TokenClient, request.Clock, new(issuer, issuerTemplate)).WaitAsync(cancellationToken).ConfigureAwait(false);
        return reading.Require(request);
    }
}
