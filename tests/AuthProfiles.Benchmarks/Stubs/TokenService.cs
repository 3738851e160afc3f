using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>A token endpoint in memory, whose tokens are as long as those of Entra ID and expire after an hour.</summary>
/// <param name="delay">How long an answer takes.</param>
/// <param name="tokenLength">How long a token is.</param>
internal sealed class TokenService(TimeSpan delay = default, int tokenLength = 1_400) : HttpMessageHandler
{
    private readonly byte[] _answer =
        Encoding.UTF8.GetBytes($$"""{"token_type":"Bearer","expires_in":3600,"access_token":"{{new string('a', tokenLength)}}"}""");

    private int _requests;

    /// <summary>Gets what every request is answered in place of a token, if anything.</summary>
    public HttpStatusCode? Failure { get; init; }

    public int Requests => _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, TimeProvider.System, cancellationToken);
        }

        if (Failure is { } failure)
        {
            return new(failure) { RequestMessage = request };
        }

        var content = new ByteArrayContent(_answer);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
