using System.Net;

namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>A user's browser: keeps cookies and follows the redirects of a login until the application's own address comes.</summary>
internal sealed class Browser : IDisposable
{
    private const int MostRedirects = 20;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() });

    /// <summary>Logs in and consents.</summary>
    /// <param name="start">Where the application sends the user.</param>
    /// <param name="redirectUri">The application's own address.</param>
    /// <returns>The address that the user comes back by. It is not requested.</returns>
    public async Task<Uri> FollowAsync(Uri start, Uri redirectUri)
    {
        var address = start;
        for (var redirects = 0; redirects < MostRedirects; redirects++)
        {
            if (address.Authority == redirectUri.Authority && address.AbsolutePath == redirectUri.AbsolutePath)
            {
                return address;
            }

            using var response = await _http.GetAsync(address);
            if (response.Headers.Location is not { } next)
            {
                throw new HttpRequestException($"{address.AbsolutePath} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}", inner: null, response.StatusCode);
            }

            address = new(address, next);
        }

        throw new HttpRequestException($"The login took more than {MostRedirects} redirects.", inner: null, HttpStatusCode.LoopDetected);
    }

    /// <summary>Goes where it is sent until no redirect comes.</summary>
    public async Task VisitAsync(Uri start)
    {
        var address = start;
        for (var redirects = 0; redirects < MostRedirects; redirects++)
        {
            using var response = await _http.GetAsync(address);
            if (response.Headers.Location is not { } next)
            {
                return;
            }

            address = new(address, next);
        }
    }

    public void Dispose() => _http.Dispose();
}
