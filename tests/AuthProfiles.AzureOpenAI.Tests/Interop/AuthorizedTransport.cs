using System.ClientModel.Primitives;

namespace AuthProfiles.AzureOpenAI.Tests.Interop;

/// <summary>Carries the requests of the official client over an HTTP client that a profile authorizes.</summary>
internal sealed class AuthorizedTransport(HttpClient http) : HttpClientPipelineTransport(http)
{
    /// <summary>Takes off the key that the official client wants to have, and says that its bodies, which are in memory, may go again after a 401.</summary>
    protected override void OnSendingRequest(PipelineMessage message, HttpRequestMessage httpRequest)
    {
        httpRequest.Headers.Authorization = null;
        httpRequest.AllowResend();
    }
}
