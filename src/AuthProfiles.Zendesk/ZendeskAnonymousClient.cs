using AuthProfiles.Zendesk.Requests;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The two operations that a Zendesk account answers to anybody: a request for help is made, and it is asked who calls.</summary>
/// <remarks>
/// Immutable and thread-safe. It has no profile, so that no credential can go along; a call with one is <see cref="ZendeskClient"/>'s. The client below is not disposed.
/// </remarks>
public sealed class ZendeskAnonymousClient
{
    private static readonly ApiPath Me = ApiPath.Of("users/me");

    private static readonly (HttpMethod Method, string Path)[] Operations = [(HttpMethod.Post, "api/v2/requests"), (HttpMethod.Get, "api/v2/users/me")];

    private readonly ZendeskTransport _transport;

    /// <summary>Initializes a new instance of the <see cref="ZendeskAnonymousClient"/> class over a client that authorizes nothing.</summary>
    /// <param name="http">The client. Its <see cref="HttpClient.BaseAddress"/> is the account's address, with a slash at the end.</param>
    /// <exception cref="ArgumentException">The base address is missing, has a query, or has no slash at the end, or the client sends a credential.</exception>
    public ZendeskAnonymousClient(HttpClient http)
    {
        ZendeskClient.Checked(http);
        if (http.DefaultRequestHeaders.Authorization is not null)
        {
            throw new ArgumentException("The client sends a credential with every request.", nameof(http));
        }

        _transport = new ZendeskTransport(new CallSetup(http, ZendeskClient.DefaultBodyIdleTimeout, TimeProvider.System, WithoutCredential: null) { IsAnonymous = true });
    }

    /// <summary>Makes a request for help. It is not repeated by itself: Zendesk knows no repetition of it.</summary>
    /// <remarks>An account on trial takes 5 of them in an hour. An account that is closed to anonymous callers is <see cref="ZendeskRefusal.AnonymousRefused"/>.</remarks>
    /// <param name="request">The request, whose <see cref="NewRequest.Requester"/> has a name and an address: nobody else says whose it is.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been made by then.</param>
    /// <returns>The request as Zendesk has it.</returns>
    /// <exception cref="ArgumentException">The request has no such requester, no subject, or a comment that is not public. Nothing was sent.</exception>
    /// <exception cref="ZendeskException">Zendesk refuses.</exception>
    public Task<Request> CreateRequestAsync(NewRequest request, CancellationToken cancellationToken = default)
    {
        RequestChecks.Anonymous(request);
        return _transport.SendAsync(RequestAnswers.Creation(request), RequestAnswers.One, cancellationToken);
    }

    /// <summary>Asks for whom Zendesk takes the caller, which is nobody: that the account answers is all it proves.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The caller, without an id.</returns>
    /// <exception cref="ZendeskException">Zendesk refuses, or there is no such account.</exception>
    public Task<Caller> GetCallerAsync(CancellationToken cancellationToken = default) => _transport.GetAsync(Me, CallerReader.One, cancellationToken);

    /// <summary>Sends a request that needs no credential, and returns the answer as it is, errors included.</summary>
    /// <param name="request"><c>POST api/v2/requests</c>, which an account may have closed to anonymous callers, or <c>GET api/v2/users/me</c>. JSON is asked for where it has no <c>Accept</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer with its body in memory; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">The request is for another operation, or has a credential. Nothing was sent.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Array.Exists(Operations, operation => operation.Method == request.Method && IsAt(operation.Path, request.RequestUri)))
        {
            throw new ArgumentException("Without a credential Zendesk answers POST api/v2/requests and GET api/v2/users/me alone, written so, without a slash in front.", nameof(request));
        }

        if (request.Headers.Authorization is not null)
        {
            throw new ArgumentException("The request has a credential: send it with ZendeskClient.", nameof(request));
        }

        return _transport.SendRawAsync(request, cancellationToken);
    }

    private static bool IsAt(string path, Uri? address) =>
        address is { IsAbsoluteUri: false } && address.OriginalString.Split('?')[0] is var given && (given == path || given == path + ".json");
}
