using System.Net.Http.Headers;
using Microsoft.Identity.Client;

namespace AuthProfiles.Benchmarks.Peers;

/// <summary>MSAL in a handler, as its documents have it: asked for a token before each request, which it takes from its cache.</summary>
internal sealed class MsalHandler(IConfidentialClientApplication application) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var result = await application.AcquireTokenForClient(MsalClients.Scopes).ExecuteAsync(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", result.AccessToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
