using System.Diagnostics.CodeAnalysis;
using AuthProfiles.Profiles;

namespace AuthProfiles.OAuth;

/// <summary>What asking an authorization server about itself came to: metadata or a failure, never both.</summary>
internal sealed class MetadataReading
{
    private MetadataReading(ServerMetadata? metadata, TokenFailure? failure)
    {
        Metadata = metadata;
        Failure = failure;
    }

    public ServerMetadata? Metadata { get; }

    public TokenFailure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Metadata))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Metadata is not null;

    /// <summary>Returns the metadata.</summary>
    /// <exception cref="AuthorizationException">There are none: it says why, and names the connection of the request.</exception>
    public ServerMetadata Require(CredentialRequest request) => Succeeded ? Metadata : throw Failure.ToException(request, setting: string.Empty);

    public static MetadataReading Of(ServerMetadata metadata) => new(metadata, null);

    public static MetadataReading Of(TokenFailure failure) => new(null, failure);
}
