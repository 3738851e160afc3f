using System.Net.Http.Headers;
using System.Text;

namespace AuthProfiles.OAuth;

/// <summary>The parameters as a form, as RFC 6749 wants them.</summary>
internal sealed class FormTokenRequestBody : ITokenRequestBody
{
    /// <inheritdoc/>
    public HttpRequestMessage Write(Uri address, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(FormText.Write(parameters)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return new(HttpMethod.Post, address) { Content = content };
    }
}
