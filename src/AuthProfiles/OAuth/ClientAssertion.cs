namespace AuthProfiles.OAuth;

/// <summary>Writes the assertion by which a client says who it is (RFC 7523, section 3).</summary>
internal static class ClientAssertion
{
    /// <summary>Adds a new assertion to the attempt: a server takes each <c>jti</c> once.</summary>
    public static void Write(TokenAttempt attempt, SigningKey key)
    {
        var id = attempt.Client.Id;

        // RFC 7521, section 4.2: the id is optional beside it, and some servers look the client up by it.
        attempt.Add("client_id", id);
        attempt.Add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        attempt.Add("client_assertion", JwtWriter.Write(key, attempt.Now, ("iss", id), ("sub", id), ("aud", attempt.Audience)));
    }
}
