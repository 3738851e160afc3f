using System.Net;
using System.Net.Http.Headers;

namespace AuthProfiles.AzureOpenAI.Tests.Wire;

/// <summary>Answers every request at once with the same bytes, and allocates next to nothing itself.</summary>
internal sealed class FixedAnswer(byte[] body) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body), RequestMessage = request };
        response.Content.Headers.ContentType = Json;
        return Task.FromResult(response);
    }
}
