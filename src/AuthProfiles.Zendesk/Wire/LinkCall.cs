using System.Net;
using AuthProfiles.Zendesk.Errors;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Follows links that answers hold: with the credential on the account's own origin, and anywhere else without.</summary>
/// <param name="setup">What all calls share. Without a client that has no credential, links elsewhere are refused.</param>
internal sealed class LinkCall(CallSetup setup)
{
    // An attachment takes one: from the account to where files are kept.
    private const int MostRedirects = 5;

    // The address of a file has in its path what opens the file to anybody.
    private const string Shown = "/…";

    // What the core puts in the place of an address whose tenant is looked up with the request (RFC 6761): it then knows the origin, and refuses others unsent.
    private const string Placeholder = ".invalid";

    private readonly BodyReader _bodies = new(setup.BodyIdleTimeout, setup.Http.Timeout, setup.Time);

    /// <summary>Says whether an address is one that can be followed.</summary>
    public static bool IsLink(Uri link) => link is { IsAbsoluteUri: true } && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);

    /// <summary>Reads the file that a link leads to.</summary>
    /// <param name="link">The link.</param>
    /// <param name="size">How large the file is, where its answer does not say.</param>
    /// <param name="cancellationToken">Ends the wait for its beginning.</param>
    public async Task<Stream> DownloadAsync(Uri link, long? size, CancellationToken cancellationToken)
    {
        var response = await GetAsync(link, cancellationToken).ConfigureAwait(false);
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new DownloadStream(response, body, response.Content.Headers.ContentLength ?? size, setup.BodyIdleTimeout, setup.Time);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>Reads what a link leads to, redirects included.</summary>
    /// <returns>A successful answer whose body has not been read; the caller disposes it.</returns>
    /// <exception cref="ZendeskException">The answer is none of success, or the link leads where it may not.</exception>
    public async Task<HttpResponseMessage> GetAsync(Uri link, CancellationToken cancellationToken)
    {
        var address = link;
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var response = await SendAsync(request, address, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location || redirects == MostRedirects)
                {
                    throw await ErrorReader.ReadAsync(request, Shown, response, _bodies, setup.Time, cancellationToken).ConfigureAwait(false);
                }

                address = Uri.TryCreate(address, location, out var next) ? next : throw new ZendeskException(
                    ZendeskErrorKind.UnexpectedAnswer,
                    $"{ErrorMessage.Service(request)} led on to what is no address.");
            }
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => status
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Uri address, CancellationToken cancellationToken)
    {
        if (IsOfAccount(address) is not false)
        {
            CallHeaders.ActFor(request, setup.OnBehalfOf);
            try
            {
                return await setup.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            }
            catch (AuthorizationException error) when (error.Kind == AuthorizationErrorKind.OriginRefused)
            {
                // Nothing was sent: it leads elsewhere.
            }
        }

        if (setup.WithoutCredential is not { } plain || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0)
        {
            throw new ZendeskException(
                ZendeskErrorKind.UnexpectedAnswer,
                $"The link leads to {ServerText.Clean(address.IdnHost) ?? "another place"}, where the credential does not go. {(setup.WithoutCredential is null ? "Give ZendeskClient a client without credentials for such links." : "Elsewhere only https is followed.")}");
        }

        CallHeaders.LeadElsewhere(request);
        using var bare = new HttpRequestMessage(HttpMethod.Get, address);
        return await plain.SendAsync(bare, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says whether an address is the account's, or null where the account's is looked up with the request.</summary>
    private bool? IsOfAccount(Uri address)
    {
        var account = setup.Http.BaseAddress!;
        return account.Host.EndsWith(Placeholder, StringComparison.OrdinalIgnoreCase)
            ? null
            : Uri.Compare(account, address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0 && address.UserInfo.Length == 0;
    }
}
