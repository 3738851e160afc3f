namespace AuthProfiles.Verification;

/// <summary>Passes requests on to a client that stays its owner's.</summary>
internal sealed class InvokerHandler(HttpMessageInvoker client) : HttpMessageHandler
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => client.Send(request, cancellationToken);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => client.SendAsync(request, cancellationToken);
}
