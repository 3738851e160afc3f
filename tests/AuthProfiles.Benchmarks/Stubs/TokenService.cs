using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>A token endpoint in memory, whose tokens are as long as those of Entra ID and expire after an hour.</summary>
internal sealed class TokenService(TimeSpan delay = default) : HttpMessageHandler
{
    private const int TokenLength = 1_400;

    private static readonly byte[] Answer =
        Encoding.UTF8.GetBytes($$"""{"token_type":"Bearer","expires_in":3600,"access_token":"{{new string('a', TokenLength)}}"}""");

    private int _requests;

    public int Requests => _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, TimeProvider.System, cancellationToken);
        }

        var content = new ByteArrayContent(Answer);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
