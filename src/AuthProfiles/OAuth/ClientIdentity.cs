namespace AuthProfiles.OAuth;

/// <summary>Who asks a token endpoint (RFC 6749, section 2.2 and 2.3.1).</summary>
/// <param name="Id">The client identifier.</param>
/// <param name="Secret">The client's password.</param>
internal sealed record ClientIdentity(string Id, SecretValue Secret);
