using System.Net;
using System.Net.Http.Headers;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>A primary that reads the request's body, as a transport does, and answers at once with bytes that it has.</summary>
/// <param name="body">The answer.</param>
/// <param name="mediaType">What it is.</param>
/// <param name="piece">How much of it one read returns at the most.</param>
internal sealed class AnsweringPrimary(byte[] body, string mediaType = "application/json", int piece = int.MaxValue) : HttpMessageHandler
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
            Content = new StreamContent(new PieceStream(body, piece)) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType), ContentLength = body.Length } },
        };
    }
}
