using System.ClientModel.Primitives;
using AuthProfiles;

namespace AzureOpenAI.Steps;

/// <summary>Sends what the official client asks by an <see cref="HttpClient"/> that authorizes it.</summary>
internal sealed class AuthorizedTransport(HttpClient http) : HttpClientPipelineTransport(http)
{
    protected override void OnSendingRequest(PipelineMessage message, HttpRequestMessage httpRequest)
    {
        // The key that the official client insists on; and its body is in memory, so a call whose token was refused may go out again.
        httpRequest.Headers.Authorization = null;
        httpRequest.AllowResend();
    }
}
