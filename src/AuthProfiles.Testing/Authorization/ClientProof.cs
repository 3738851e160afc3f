namespace AuthProfiles.Testing.Authorization;

/// <summary>How a client says who it is, not yet believed (RFC 6749, section 2.3).</summary>
internal sealed record ClientProof(string Id, ClientAuthentication Way)
{
    public SecretValue? Secret { get; init; }

    public Jwt? Assertion { get; init; }

    public bool ByHeader => Way == ClientAuthentication.Basic;

    /// <summary>Says whether this is what the client is registered with.</summary>
    public bool IsOf(LocalClient client) =>
        (client.Authentication is not { } only || only == Way || (only == ClientAuthentication.Certificate && Way == ClientAuthentication.None))
        && Way switch
        {
            ClientAuthentication.Basic or ClientAuthentication.Post => client.Secret is { } secret && string.Equals(secret.Reveal(), Secret!.Reveal(), StringComparison.Ordinal),
            ClientAuthentication.SecretJwt => client.Secret is { } secret && JwtSignature.IsBy(Assertion!, secret),
            ClientAuthentication.PrivateKeyJwt => client.PublicKey is { } key && JwtSignature.IsBy(Assertion!, key),
            _ => client.IsPublic || client.Authentication is ClientAuthentication.Certificate or ClientAuthentication.None,
        };
}
