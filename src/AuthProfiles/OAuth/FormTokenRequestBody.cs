using System.Net.Http.Headers;
using System.Text;

namespace AuthProfiles.OAuth;

/// <summary>The parameters as a form, as RFC 6749 wants them.</summary>
internal sealed class FormTokenRequestBody : ITokenRequestBody
{
    /// <inheritdoc/>
    public HttpContent Write(IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var form = string.Join('&', parameters.Select(static parameter => $"{FormText.Encode(parameter.Key)}={FormText.Encode(parameter.Value)}"));
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(form));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return content;
    }
}
