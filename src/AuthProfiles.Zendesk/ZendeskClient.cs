using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>A Zendesk account, as the connection that its <see cref="HttpClient"/> is authorized for.</summary>
/// <remarks>Immutable and thread-safe. The client below is not disposed; it authorizes the requests, this type holds no credential.</remarks>
public sealed class ZendeskClient
{
    private readonly HttpClient _http;
    private readonly TimeSpan _bodyIdleTimeout;
    private readonly TimeProvider _time;
    private readonly bool _keepsUnknown;
    private readonly ZendeskTransport _transport;

    /// <summary>Initializes a new instance of the <see cref="ZendeskClient"/> class over a client that authorizes its requests.</summary>
    /// <param name="http">The client. Its <see cref="HttpClient.BaseAddress"/> is the account's address, with a slash at the end.</param>
    /// <param name="bodyIdleTimeout">How long an answer's body may pause before the call fails. The default is 30 seconds; the body as a whole may take as long as <see cref="HttpClient.Timeout"/>.</param>
    /// <param name="timeProvider">The clock. The default is the system's.</param>
    /// <exception cref="ArgumentException">The base address is missing, has a query, or has no slash at the end.</exception>
    public ZendeskClient(HttpClient http, TimeSpan? bodyIdleTimeout = null, TimeProvider? timeProvider = null)
        : this(http, bodyIdleTimeout, timeProvider, keepsUnknown: false)
    {
    }

    private ZendeskClient(HttpClient http, TimeSpan? bodyIdleTimeout, TimeProvider? timeProvider, bool keepsUnknown)
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
        _keepsUnknown = keepsUnknown;
        _time = timeProvider ?? TimeProvider.System;
        _transport = new ZendeskTransport(http, _bodyIdleTimeout, _time, keepsUnknown);
        Tickets = new TicketsClient(_transport);
        Search = new SearchClient(_transport);
        Tags = new TagsClient(_transport);
        Jobs = new JobsClient(_transport);
        Exports = new ExportsClient(_transport);
    }

    /// <summary>Gets the tickets of the account, and all that is on them.</summary>
    public TicketsClient Tickets { get; }

    /// <summary>Gets the search beyond single pages of tickets.</summary>
    public SearchClient Search { get; }

    /// <summary>Gets the tags that the account uses.</summary>
    public TagsClient Tags { get; }

    /// <summary>Gets the jobs in which Zendesk carries out what is asked for many records.</summary>
    public JobsClient Jobs { get; }

    /// <summary>Gets what has changed in the account since a time.</summary>
    public ExportsClient Exports { get; }

    /// <summary>Returns a view of the client for one account, by the application's own name for its customer.</summary>
    /// <remarks>A view is light: make one per call or keep it. It needs no disposal.</remarks>
    /// <param name="tenant">The tenant, or null for the developer's own account.</param>
    /// <param name="user">The user, or null. A profile of <c>AddZendesk</c>'s own serves accounts and refuses users; one that users authorize, which <c>AddZendesk(name, profile)</c> takes, does not.</param>
    /// <returns>The view.</returns>
    /// <exception cref="AuthorizationException">A name is not valid, or the <see cref="HttpClient"/> below has no profile. Nothing was sent.</exception>
    public ZendeskClient For(string? tenant = null, string? user = null) => new(_http.For(tenant, user), _bodyIdleTimeout, _time, _keepsUnknown);

    /// <summary>Returns a view of the client whose answers keep the members that have no property, in <c>AdditionalProperties</c>.</summary>
    /// <remarks>It is for what Zendesk has added since, and for what it puts into records only on request. Keeping them takes memory.</remarks>
    /// <returns>The view.</returns>
    public ZendeskClient KeepingUnknownMembers() => new(_http, _bodyIdleTimeout, _time, keepsUnknown: true);

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
}
