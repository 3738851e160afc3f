using System.Net;
using System.Net.Http.Headers;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>A primary that reads the request's body, as a transport does, and answers at once with bytes that it has.</summary>
internal sealed class AnsweringPrimary(byte[] body, string mediaType = "application/json") : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        return new(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } },
        };
    }
}
