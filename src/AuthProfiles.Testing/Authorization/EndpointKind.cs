namespace AuthProfiles.Testing.Authorization;

/// <summary>The endpoints of an authorization server.</summary>
internal enum EndpointKind
{
    Token,
    Authorization,
    Device,
    DeviceVerification,
    Revocation,
    Metadata,
    Keys,
}
