using AuthProfiles.Zendesk.Errors;
using AuthProfiles.Zendesk.Fields;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>A Zendesk account, as the connection that its <see cref="HttpClient"/> is authorized for.</summary>
/// <remarks>Immutable and thread-safe. The client below is not disposed; it authorizes the requests, this type holds no credential.</remarks>
public sealed class ZendeskClient
{
    internal static readonly TimeSpan DefaultBodyIdleTimeout = TimeSpan.FromSeconds(30);

    private readonly CallSetup _setup;
    private readonly ZendeskTransport _transport;
    private readonly LinkCall _links;

    /// <summary>Initializes a new instance of the <see cref="ZendeskClient"/> class over a client that authorizes its requests.</summary>
    /// <param name="http">The client. Its <see cref="HttpClient.BaseAddress"/> is the account's address, with a slash at the end.</param>
    /// <param name="bodyIdleTimeout">How long an answer's body may pause before the call fails. The default is 30 seconds; the body as a whole may take as long as <see cref="HttpClient.Timeout"/>.</param>
    /// <param name="timeProvider">The clock. The default is the system's.</param>
    /// <param name="withoutCredential">A client that authorizes nothing and follows no redirect, for links to other places than the account, such as files. The default is none: then such links are refused.</param>
    /// <exception cref="ArgumentException">The base address is missing, has a query, or has no slash at the end.</exception>
    public ZendeskClient(HttpClient http, TimeSpan? bodyIdleTimeout = null, TimeProvider? timeProvider = null, HttpClient? withoutCredential = null)
        : this(new CallSetup(Checked(http), CheckedPause(bodyIdleTimeout), timeProvider ?? TimeProvider.System, withoutCredential))
    {
    }

    private ZendeskClient(CallSetup setup)
    {
        _setup = setup;
        _transport = new ZendeskTransport(setup);
        _links = new LinkCall(setup);
    }

    /// <summary>Gets the limits that the latest answer to this view of the client reported: the account's first, then those of the operation. Empty before the first answer.</summary>
    /// <remarks>An error has its own in <see cref="ZendeskException.RateLimits"/>, and <see cref="ZendeskRateLimit.Read"/> reads those of a raw answer.</remarks>
    public IReadOnlyList<ZendeskRateLimit> RateLimits => _transport.Latest is { } headers ? RateLimitReader.Read(headers) : [];

    /// <summary>Gets the tickets of the account, and all that is on them.</summary>
    public TicketsClient Tickets => new(_transport);

    /// <summary>Gets the search beyond single pages of tickets.</summary>
    public SearchClient Search => new(_transport);

    /// <summary>Gets the tags that the account uses.</summary>
    public TagsClient Tags => new(_transport);

    /// <summary>Gets the users of the account.</summary>
    public UsersClient Users => new(_transport);

    /// <summary>Gets the organizations of the account.</summary>
    public OrganizationsClient Organizations => new(_transport);

    /// <summary>Gets the groups of the account.</summary>
    public GroupsClient Groups => new(_transport);

    /// <summary>Gets the tickets as their requesters see them, and make them.</summary>
    public RequestsClient Requests => new(_transport);

    /// <summary>Gets the views: lists of tickets that are defined by conditions.</summary>
    public ViewsClient Views => new(_transport);

    /// <summary>Gets the way to upload files for comments, and to read attached ones.</summary>
    public UploadsClient Uploads => new(_transport, _links);

    /// <summary>Gets the macros: changes that agents make to tickets with one click.</summary>
    public MacrosClient Macros => new(_transport);

    /// <summary>Gets the jobs in which Zendesk carries out what is asked for many records.</summary>
    public JobsClient Jobs => new(_transport);

    /// <summary>Gets what has changed in the account since a time.</summary>
    public ExportsClient Exports => new(_transport);

    /// <summary>Gets the roles of agents that the account has made itself.</summary>
    public CustomRolesClient CustomRoles => new(_transport);

    /// <summary>Gets the webhooks: what Zendesk calls when something happens.</summary>
    public WebhooksClient Webhooks => new(_transport);

    /// <summary>Gets the fields that tickets have.</summary>
    public TicketFieldsClient TicketFields => new(_transport);

    /// <summary>Gets the fields of the account's own that users have.</summary>
    public RecordFieldsClient UserFields => new(_transport, RecordFieldAnswers.OfUsers);

    /// <summary>Gets the fields of the account's own that organizations have.</summary>
    public RecordFieldsClient OrganizationFields => new(_transport, RecordFieldAnswers.OfOrganizations);

    /// <summary>Gets the forms, which say what fields a ticket of some kind has.</summary>
    public TicketFormsClient TicketForms => new(_transport);

    /// <summary>Gets the statuses of the account's own.</summary>
    public CustomStatusesClient CustomStatuses => new(_transport);

    /// <summary>Gets the audits of tickets: who did what when.</summary>
    public TicketAuditsClient TicketAudits => new(_transport);

    /// <summary>Gets how long things took on tickets.</summary>
    public TicketMetricsClient TicketMetrics => new(_transport);

    /// <summary>Gets what requesters said about the help they got.</summary>
    public SatisfactionClient Satisfaction => new(_transport);

    /// <summary>Gets the messages of which Zendesk made no tickets.</summary>
    public SuspendedTicketsClient SuspendedTickets => new(_transport);

    /// <summary>Gets the brands.</summary>
    public BrandsClient Brands => new(_transport);

    /// <summary>Gets the agreements to share tickets with other accounts.</summary>
    public SharingAgreementsClient SharingAgreements => new(_transport);

    /// <summary>Gets the administration of OAuth: who has access to the account.</summary>
    public OAuthAdminClient OAuth => new(_transport);

    /// <summary>Returns a view of the client for one account, by the application's own name for its customer.</summary>
    /// <remarks>A view is light: make one per call or keep it. It needs no disposal.</remarks>
    /// <param name="tenant">The tenant, or null for the developer's own account.</param>
    /// <param name="user">The user, or null. A profile of <c>AddZendesk</c>'s own refuses users unless <see cref="ZendeskOptions.UsersSignIn"/> is set; another one, which <c>AddZendesk(name, profile)</c> takes, may not.</param>
    /// <returns>The view. It acts for nobody else, whatever <see cref="OnBehalfOf"/> this one was made with.</returns>
    /// <exception cref="AuthorizationException">A name is not valid, or the <see cref="HttpClient"/> below has no profile. Nothing was sent.</exception>
    public ZendeskClient For(string? tenant = null, string? user = null) => new(_setup with { Http = _setup.Http.For(tenant, user), OnBehalfOf = null });

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
            : new(_setup with { OnBehalfOf = endUser });
    }

    /// <summary>Returns a view of the client whose answers keep the members that have no property, in <c>AdditionalProperties</c>.</summary>
    /// <remarks>It is for what Zendesk has added since, and for what it puts into records only on request. Keeping them takes memory.</remarks>
    /// <returns>The view.</returns>
    public ZendeskClient KeepingUnknownMembers() => new(_setup with { KeepsUnknown = true });

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
    /// <remarks>Up to 5 redirects are followed by the same rule, because files are kept elsewhere. On the account's own origin a view <see cref="OnBehalfOf"/> a user acts for them.</remarks>
    /// <param name="link">The link: an absolute address.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer, of success and with its body still to be read; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">The link is not absolute, or neither https nor http.</exception>
    /// <exception cref="ZendeskException">The answer is no success, or the link leads elsewhere and not by https.</exception>
    public Task<HttpResponseMessage> GetLinkAsync(Uri link, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        return LinkCall.IsLink(link)
            ? _links.GetAsync(link, cancellationToken)
            : throw new ArgumentException("Give an absolute address, as it stands in the answer.", nameof(link));
    }

    /// <summary>Returns a client whose base address is an account's.</summary>
    internal static HttpClient Checked(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.BaseAddress is { Query.Length: 0 } address && address.AbsolutePath.EndsWith('/')
            ? http
            : throw new ArgumentException("Set the client's BaseAddress to the account's address with a slash at the end and no query, such as https://acme.zendesk.com/.", nameof(http));
    }

    private static TimeSpan CheckedPause(TimeSpan? bodyIdleTimeout)
    {
        if (bodyIdleTimeout is { } timeout && timeout != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero, nameof(bodyIdleTimeout));
        }

        return bodyIdleTimeout ?? DefaultBodyIdleTimeout;
    }
}
