namespace AuthProfiles.OAuth;

/// <summary>An assertion that the client's private key signs (<c>private_key_jwt</c>, RFC 7523, section 2.2).</summary>
internal sealed class PrivateKeyJwtClientAuthentication : IClientAuthentication
{
    /// <inheritdoc/>
    public string? Fault(ClientIdentity client) =>
        client.Key is null ? "the client has no private key, and it is authenticated by one. Give one, or authenticate the client in another way" : null;

    /// <inheritdoc/>
    public void Authenticate(TokenAttempt attempt) => ClientAssertion.Write(attempt, attempt.Client.Key!);
}
