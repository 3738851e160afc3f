namespace AuthProfiles;

/// <summary>What a client credentials profile can be told.</summary>
public sealed class ClientCredentialsOptions : OAuthOptions;
