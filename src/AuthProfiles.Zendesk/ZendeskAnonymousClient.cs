namespace AuthProfiles.Zendesk;

/// <summary>The two operations that a Zendesk account answers to anybody: a request for help is made, and it is asked who calls.</summary>
/// <remarks>
/// Immutable and thread-safe. It has no profile, so that no credential can go along; a call with one is <see cref="ZendeskClient"/>'s. The client below is not disposed.
/// </remarks>
public sealed class ZendeskAnonymousClient
{
    private static readonly (HttpMethod Method, string Path)[] Operations = [(HttpMethod.Post, "api/v2/requests"), (HttpMethod.Get, "api/v2/users/me")];

    private readonly HttpClient _http;

    /// <summary>Initializes a new instance of the <see cref="ZendeskAnonymousClient"/> class over a client that authorizes nothing.</summary>
    /// <param name="http">The client. Its <see cref="HttpClient.BaseAddress"/> is the account's address, with a slash at the end.</param>
    /// <exception cref="ArgumentException">The base address is missing or has no slash at the end, or the client sends a credential.</exception>
    public ZendeskAnonymousClient(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.BaseAddress is not { } address || address.Query.Length > 0 || !address.AbsolutePath.EndsWith('/'))
        {
            throw new ArgumentException("Set the client's BaseAddress to the account's address with a slash at the end and no query, such as https://acme.zendesk.com/.", nameof(http));
        }

        _http = http.DefaultRequestHeaders.Authorization is null ? http : throw new ArgumentException("The client sends a credential with every request.", nameof(http));
    }

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

        if (request.Headers.Accept.Count == 0)
        {
            request.Headers.Accept.Add(new("application/json"));
        }

        return _http.SendAsync(request, cancellationToken);
    }

    private static bool IsAt(string path, Uri? address) =>
        address is { IsAbsoluteUri: false } && address.OriginalString.Split('?')[0] is var given && (given == path || given == path + ".json");
}
