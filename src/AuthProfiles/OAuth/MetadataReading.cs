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

    public static MetadataReading Of(ServerMetadata metadata) => new(metadata, null);

    public static MetadataReading Of(TokenFailure failure) => new(null, failure);
}
