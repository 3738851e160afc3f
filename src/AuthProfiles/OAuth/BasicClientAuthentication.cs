using System.Net.Http.Headers;
using System.Text;

namespace AuthProfiles.OAuth;

/// <summary>The client's id and secret as HTTP Basic; the body has neither (<c>client_secret_basic</c>).</summary>
internal sealed class BasicClientAuthentication : IClientAuthentication
{
    /// <inheritdoc/>
    public void Authenticate(TokenRequest request)
    {
        // RFC 6749, section 2.3.1: each is form-encoded first, so that a colon or a non-ASCII character survives.
        var pair = $"{FormText.Encode(request.Client.Id)}:{FormText.Encode(request.Client.Secret.Reveal())}";
        request.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(pair)));
    }
}
