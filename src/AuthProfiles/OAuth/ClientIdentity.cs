namespace AuthProfiles.OAuth;

/// <summary>Who asks a token endpoint (RFC 6749, section 2.2 and 2.3.1). It prints neither secret nor key.</summary>
/// <param name="Id">The client identifier.</param>
/// <param name="Secret">The client's password, or null.</param>
/// <param name="Key">The client's private key, or null.</param>
internal sealed record ClientIdentity(string Id, SecretValue? Secret = null, SigningKey? Key = null);
