using System.Net;

namespace NativeAot.Steps;

/// <summary>A user's page, which leads to their consent and back.</summary>
internal sealed class SignInOnTheWeb : IStep
{
    public string Package => "AuthProfiles.AspNetCore";

    public async Task<string> RunAsync(HelpDesk desk)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = desk.Address, DefaultRequestHeaders = { { "Accept", "text/html" }, { "Sec-Fetch-Mode", "navigate" } } };
        using var left = await browser.GetAsync(new Uri("/ticket", UriKind.Relative));
        var callback = await desk.Local.AuthorizationServer.ConsentAsync(left.Headers.Location ?? throw new HttpRequestException($"The page was not left for consent: {left.StatusCode}."));
        using var back = await browser.GetAsync(callback);
        using var page = await browser.GetAsync(back.Headers.Location);
        if (page.StatusCode != HttpStatusCode.OK)
        {
            throw new HttpRequestException($"The page answered {page.StatusCode}.");
        }

        var connections = await browser.GetStringAsync(new Uri("/connections", UriKind.Relative));
        return $"{HelpDesk.User} consented and has the ticket; the page of connections has {connections.Length:#,0} characters.";
    }
}
