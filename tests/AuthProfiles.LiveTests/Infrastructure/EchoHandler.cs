namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>A service that answers each call with the authorization that it came with.</summary>
internal sealed class EchoHandler : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage { RequestMessage = request, Content = new StringContent(request.Headers.Authorization?.ToString() ?? string.Empty) });
}
