namespace AuthProfiles.OAuth;

/// <summary>The client's id alone: of a public client (RFC 6749, section 3.2.1), or of one that the connection's certificate authenticates (RFC 8705, section 2).</summary>
internal sealed class IdClientAuthentication : IClientAuthentication
{
    /// <inheritdoc/>
    public string? Fault(ClientIdentity client) => null;

    /// <inheritdoc/>
    public void Authenticate(TokenAttempt attempt) => attempt.Add("client_id", attempt.Client.Id);
}
