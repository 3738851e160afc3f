namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>A primary handler that keeps the last address that a request would have gone to.</summary>
internal sealed class LastAddress : HttpMessageHandler
{
    public Uri? Value { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Value = request.RequestUri;
        return Task.FromResult(new HttpResponseMessage { RequestMessage = request });
    }
}
