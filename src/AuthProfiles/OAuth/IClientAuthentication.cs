namespace AuthProfiles.OAuth;

/// <summary>One way for a client to say who it is at a token endpoint. A request has exactly one (RFC 6749, section 2.3).</summary>
/// <remarks>Implementations are stateless and thread-safe.</remarks>
internal interface IClientAuthentication
{
    /// <summary>Returns why a client can't be authenticated in this way, as a sentence without its full stop, or null. It holds no secret.</summary>
    string? Fault(ClientIdentity client);

    /// <summary>Writes the attempt's client into it. Called once for each attempt, of a client that has no fault.</summary>
    void Authenticate(TokenAttempt attempt);
}
