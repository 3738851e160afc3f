using System.Net.Http.Headers;
using System.Net.Http.Json;
using AuthProfiles.Benchmarks.Stubs;

namespace AuthProfiles.Benchmarks.Peers;

/// <summary>What is written by hand most often: look into the cache, fetch, store; a new header value for each request.</summary>
internal sealed class TypicalHandler(HttpMessageInvoker tokens) : DelegatingHandler
{
    private static readonly Uri Endpoint = new("https://login.example.com/oauth2/token");

    private volatile TokenAnswer? _token;
    private long _end;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetTokenAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }

    private async Task<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        if (_token is { } known && TimeProvider.System.GetUtcNow().Ticks < Volatile.Read(ref _end))
        {
            return known.AccessToken;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint);
        using var response = await tokens.SendAsync(request, cancellationToken);
        var answer = (await response.Content.ReadFromJsonAsync(TokenJson.Default.TokenAnswer, cancellationToken))!;
        Volatile.Write(ref _end, TimeProvider.System.GetUtcNow().AddSeconds(answer.ExpiresIn - 60).Ticks);
        _token = answer;
        return answer.AccessToken;
    }
}
