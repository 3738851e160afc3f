using AuthProfiles.Profiles;

namespace AuthProfiles.OAuth;

/// <summary>Reads a metadata document (RFC 8414, section 3.2) and takes it whole or not at all. It throws on no input.</summary>
internal static class MetadataReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="document">The whole document, decompressed.</param>
    /// <param name="query">Whose it must be.</param>
    /// <param name="issuer">The address of the issuer that was asked.</param>
    public static MetadataReading Read(ReadOnlySpan<byte> document, MetadataQuery query, Uri issuer)
    {
        var members = MetadataMembers.Read(document);
        if (members.Fault is { } fault)
        {
            return Refuse($"can't be relied on: {fault}");
        }

        // Another issuer's document would send codes and secrets to another server (RFC 8414, sections 3.3 and 6.2).
        if (members.Text(MetadataMembers.Issuer) is not { } name || !query.Takes(name))
        {
            return Refuse("name another issuer than the one that was asked. Give the issuer exactly as it writes itself, down to a slash at its end");
        }

        var endpoints = new MetadataEndpoints(members, issuer);
        if (endpoints.Fault is { } unfit)
        {
            return Refuse(unfit);
        }

        if (endpoints.Token is not { } token)
        {
            return Refuse($"have no '{MetadataMembers.TokenEndpoint}'. Give the addresses themselves");
        }

        return MetadataReading.Of(new ServerMetadata(name, token)
        {
            AuthorizationEndpoint = endpoints.Authorization,
            RevocationEndpoint = endpoints.Revocation,
            DeviceAuthorizationEndpoint = endpoints.DeviceAuthorization,
            GrantTypesSupported = members.List(MetadataMembers.GrantTypes),
            CodeChallengeMethodsSupported = members.List(MetadataMembers.CodeChallengeMethods),
            TokenEndpointAuthMethodsSupported = members.List(MetadataMembers.TokenEndpointAuthMethods),
            AuthorizationResponseIssParameterSupported = members.IsTrue(MetadataMembers.IssParameter),
        });
    }

    private static MetadataReading Refuse(string reason) =>
        MetadataReading.Of(new TokenFailure(AuthorizationErrorKind.MalformedResponse, $"the issuer's metadata {reason}"));
}
