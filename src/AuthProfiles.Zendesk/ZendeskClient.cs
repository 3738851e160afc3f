using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>A Zendesk account, as the connection that its <see cref="HttpClient"/> is authorized for.</summary>
/// <remarks>Immutable and thread-safe. The client below is not disposed; it authorizes the requests, this type holds no credential.</remarks>
public sealed class ZendeskClient
{
    private readonly HttpClient _http;
    private readonly TimeSpan _bodyIdleTimeout;
    private readonly TimeProvider _time;
    private readonly ZendeskTransport _transport;
    private readonly HttpClient? _withoutCredential;
    private readonly LinkCall _links;

    /// <summary>Initializes a new instance of the <see cref="ZendeskClient"/> class over a client that authorizes its requests.</summary>
    /// <param name="http">The client. Its <see cref="HttpClient.BaseAddress"/> is the account's address, with a slash at the end.</param>
    /// <param name="bodyIdleTimeout">How long an answer's body may pause before the call fails. The default is 30 seconds; the body as a whole may take as long as <see cref="HttpClient.Timeout"/>.</param>
    /// <param name="timeProvider">The clock. The default is the system's.</param>
    /// <param name="withoutCredential">A client that authorizes nothing and follows no redirect, for links to other places than the account, such as files. The default is none: then such links are refused.</param>
    /// <exception cref="ArgumentException">The base address is missing, has a query, or has no slash at the end.</exception>
    public ZendeskClient(HttpClient http, TimeSpan? bodyIdleTimeout = null, TimeProvider? timeProvider = null, HttpClient? withoutCredential = null)
        : this(http, bodyIdleTimeout, timeProvider, withoutCredential, onBehalfOf: null)
    {
    }

    private ZendeskClient(HttpClient http, TimeSpan? bodyIdleTimeout, TimeProvider? timeProvider, HttpClient? withoutCredential, string? onBehalfOf)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (bodyIdleTimeout is { } timeout && timeout != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero, nameof(bodyIdleTimeout));
        }

        if (http.BaseAddress is not { } address || address.Query.Length > 0 || !address.AbsolutePath.EndsWith('/'))
        {
            throw new ArgumentException("Set the client's BaseAddress to the account's address with a slash at the end and no query, such as https://acme.zendesk.com/.", nameof(http));
        }

        _http = http;
        _bodyIdleTimeout = bodyIdleTimeout ?? TimeSpan.FromSeconds(30);
        _time = timeProvider ?? TimeProvider.System;
        _transport = new ZendeskTransport(http, _bodyIdleTimeout, _time, onBehalfOf);
        _withoutCredential = withoutCredential;
        _links = new LinkCall(http, withoutCredential, _bodyIdleTimeout, _time);
        Tickets = new TicketsClient(_transport);
    }

    /// <summary>Gets the tickets of the account.</summary>
    public TicketsClient Tickets { get; }

    /// <summary>Returns a view of the client for one account, by the application's own name for its customer.</summary>
    /// <remarks>A view is light: make one per call or keep it. It needs no disposal.</remarks>
    /// <param name="tenant">The tenant, or null for the developer's own account.</param>
    /// <param name="user">The user, or null. A profile of <c>AddZendesk</c>'s own refuses users unless <see cref="ZendeskOptions.UsersSignIn"/> is set; another one, which <c>AddZendesk(name, profile)</c> takes, may not.</param>
    /// <returns>The view. It acts for nobody else, whatever <see cref="OnBehalfOf"/> this one was made with.</returns>
    /// <exception cref="AuthorizationException">A name is not valid, or the <see cref="HttpClient"/> below has no profile. Nothing was sent.</exception>
    public ZendeskClient For(string? tenant = null, string? user = null) => new(_http.For(tenant, user), _bodyIdleTimeout, _time, _withoutCredential);

    /// <summary>Returns a view of the client whose calls act for an end user of the account: what they may see and do, and in their name.</summary>
    /// <remarks>
    /// The token needs the scope <c>impersonate</c> and an administrator behind it. Where Zendesk refuses, it calls the token invalid; nothing is renewed on such a call,
    /// and its error is <see cref="ZendeskRefusal.OnBehalfOfRefused"/>.
    /// </remarks>
    /// <param name="endUser">The user's email address or id at Zendesk.</param>
    /// <returns>The view.</returns>
    /// <exception cref="ArgumentException">It is empty, or has characters that a header can't carry.</exception>
    public ZendeskClient OnBehalfOf(string endUser)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(endUser);
        return endUser.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? throw new ArgumentException("Give the user's email address or id, in visible ASCII characters.", nameof(endUser))
            : new(_http, _bodyIdleTimeout, _time, _withoutCredential, endUser);
    }

    /// <summary>Sends a request of the caller's own making, authorized, and returns the answer as it is, errors included.</summary>
    /// <param name="request">The request. Its address is relative to the account's, without a slash in front: <c>api/v2/users/me</c>. JSON is asked for where it has no <c>Accept</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer with its body in memory; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">The address begins with a slash.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);

        // It would leave out a path that the account's address may have.
        return request.RequestUri?.OriginalString.StartsWith('/') ?? false
            ? throw new ArgumentException("Write the address without a slash in front, such as api/v2/users/me.", nameof(request))
            : _transport.SendRawAsync(request, cancellationToken);
    }
    /// <summary>Reads what a link of an answer leads to, such as an attachment's address: with the credential on the account's own origin, anywhere else without.</summary>
    /// <remarks>Up to 5 redirects are followed by the same rule, because files are kept elsewhere. It acts for nobody else than the credential's own user.</remarks>
    /// <param name="link">The link: an absolute address.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer, of success and with its body still to be read; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">The link is not absolute, or neither https nor http.</exception>
    /// <exception cref="ZendeskException">The answer is no success, or the link leads elsewhere and not by https.</exception>
    public Task<HttpResponseMessage> GetLinkAsync(Uri link, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link is { IsAbsoluteUri: true } && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
            ? _links.GetAsync(link, cancellationToken)
            : throw new ArgumentException("Give an absolute address, as it stands in the answer.", nameof(link));
    }
}
