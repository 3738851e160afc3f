namespace AuthProfiles.OAuth;

/// <summary>One way for a client to say who it is at a token endpoint. A request has exactly one (RFC 6749, section 2.3).</summary>
/// <remarks>Implementations are stateless and thread-safe.</remarks>
internal interface IClientAuthentication
{
    /// <summary>Writes the request's client into it. Called once for a request.</summary>
    void Authenticate(TokenRequest request);
}
