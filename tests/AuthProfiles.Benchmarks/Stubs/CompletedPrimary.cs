using System.Net;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>A primary that answers at once.</summary>
internal sealed class CompletedPrimary : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request });
}
