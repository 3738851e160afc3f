using System.Net;

namespace AuthProfiles.AspNetCore.Tests.Infrastructure;

/// <summary>Keeps cookies as a browser does.</summary>
internal sealed class Cookies : DelegatingHandler
{
    private readonly CookieContainer _kept = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_kept.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            _kept.SetCookies(request.RequestUri!, cookie);
        }

        return answer;
    }
}
