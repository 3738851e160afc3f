using AuthProfiles.Connections;

namespace AuthProfiles.Injection;

/// <summary>Names a view's connection on each request that names none itself.</summary>
internal sealed class ViewHandler(ConnectionName name, HttpMessageHandler chain) : DelegatingHandler(chain)
{
    public ConnectionName Name => name;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.Send(Named(request), cancellationToken);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(Named(request), cancellationToken);

    // The chain is pooled and serves every view: a view never disposes it.
#pragma warning disable CA2215 // Calling the base would dispose the chain.
    protected override void Dispose(bool disposing)
    {
    }
#pragma warning restore CA2215

    private HttpRequestMessage Named(HttpRequestMessage request)
    {
        if (!RequestConnection.IsNamed(request))
        {
            RequestConnection.Set(request, name);
        }

        return request;
    }
}
