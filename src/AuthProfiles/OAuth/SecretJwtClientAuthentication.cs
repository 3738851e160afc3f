using System.Text;

namespace AuthProfiles.OAuth;

/// <summary>An assertion that the client's secret signs (<c>client_secret_jwt</c>, RFC 7523, section 2.2).</summary>
internal sealed class SecretJwtClientAuthentication : IClientAuthentication
{
    // RFC 7518, section 3.2: as long as the hash or longer.
    private const int ShortestSecret = 32;

    /// <inheritdoc/>
    public string? Fault(ClientIdentity client) => client switch
    {
        { Secret: null } => ClientFaults.NoSecret,
        _ when Encoding.UTF8.GetByteCount(client.Secret.Reveal()) < ShortestSecret =>
            "the client secret is shorter than the 32 bytes that an HS256 signature needs (RFC 7518, section 3.2). Take a longer secret, or authenticate the client in another way",
        _ => null,
    };

    /// <inheritdoc/>
    public void Authenticate(TokenAttempt attempt) =>
        ClientAssertion.Write(attempt, new SigningKey(new SecretSigner(attempt.Client.Secret!)));
}
