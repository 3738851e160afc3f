using System.Net.Http.Headers;
using System.Text;

namespace AuthProfiles.OAuth;

/// <summary>The client's id and secret as HTTP Basic; the body has neither (<c>client_secret_basic</c>).</summary>
internal sealed class BasicClientAuthentication(BasicEncoding encoding = BasicEncoding.Form) : IClientAuthentication
{
    /// <inheritdoc/>
    public string? Fault(ClientIdentity client) => client switch
    {
        { Secret: null } => ClientFaults.NoSecret,
        _ when encoding == BasicEncoding.Raw && client.Id.Contains(':', StringComparison.Ordinal) =>
            "the client id has a colon, which Basic can't carry without form encoding. Authenticate the client in another way",
        _ => null,
    };

    /// <inheritdoc/>
    public void Authenticate(TokenAttempt attempt)
    {
        var (id, secret) = (attempt.Client.Id, attempt.Client.Secret!.Reveal());
        var pair = encoding switch
        {
            BasicEncoding.Raw => $"{id}:{secret}",
            BasicEncoding.SecretAsUser => $"{secret}:",

            // RFC 6749, section 2.3.1: each is form-encoded first, so that a colon or a non-ASCII character survives.
            _ => $"{FormText.Encode(id)}:{FormText.Encode(secret)}",
        };
        attempt.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
    }
}
