using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using AuthProfiles.Testing.Authorization;
using AuthProfiles.Testing.Http;
using AuthProfiles.Testing.Zendesk;

namespace AuthProfiles.Testing;

/// <summary>Zendesk Support with tickets, comments, files, users, tags, pages, search, jobs, exports and limits, for any number of accounts.</summary>
/// <remarks>
/// <para>Thread-safe. An account is addressed by host (<c>https://acme.zendesk.com/api/v2/…</c>) or, at any other host, by the first segment of the path
/// (<c>http://127.0.0.1:5000/acme/api/v2/…</c>); links in answers keep the caller's form.</para>
/// <para>Until an account is named by <see cref="Account"/>, every subdomain is one account that accepts any well-formed API token; from then on only the
/// named ones exist. A bearer token must come from the token endpoint of the same address (<c>/oauth/tokens</c>).</para>
/// </remarks>
public sealed class LocalZendesk : LocalService
{
    private readonly ConcurrentDictionary<string, LocalZendeskAccount> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly LocalZendeskAccount _anyAccount;
    private readonly LocalAuthorizationServer _authorizationServer;

    /// <summary>Initializes a new instance of the <see cref="LocalZendesk"/> class.</summary>
    /// <param name="authorizationServer">The server that issues and checks tokens.</param>
    /// <param name="clock">The clock for the times of tickets; null for the system's.</param>
    public LocalZendesk(LocalAuthorizationServer authorizationServer, TimeProvider? clock = null)
        : base(clock)
    {
        ArgumentNullException.ThrowIfNull(authorizationServer);
        _authorizationServer = authorizationServer;
        _anyAccount = new LocalZendeskAccount("any", Clock);
    }

    /// <summary>Gets the tickets of the account that every subdomain has while none is named.</summary>
    public LocalTickets Tickets => _anyAccount.Tickets;

    /// <summary>Gets the users of the account that every subdomain has while none is named.</summary>
    public LocalUsers Users => _anyAccount.Users;

    /// <summary>Gets the jobs of the account that every subdomain has while none is named.</summary>
    public LocalJobs Jobs => _anyAccount.Jobs;

    /// <summary>Limits the requests to the account that every subdomain has while none is named; see <see cref="LocalZendeskAccount.LimitRequests"/>.</summary>
    /// <param name="perMinute">The requests that a minute may have, or null for any number.</param>
    public void LimitRequests(int? perMinute) => _anyAccount.LimitRequests(perMinute);

    /// <summary>Gets an account by its subdomain, making it at the first call.</summary>
    /// <param name="subdomain">For example <c>acme</c>; case doesn't matter.</param>
    /// <returns>The account, with tickets and users of its own.</returns>
    public LocalZendeskAccount Account(string subdomain)
    {
        ArgumentException.ThrowIfNullOrEmpty(subdomain);
        return _accounts.GetOrAdd(subdomain, static (subdomain, clock) => new LocalZendeskAccount(subdomain, clock), Clock);
    }

    private protected override LocalService Responsible(LocalRequest request)
    {
        var address = ZendeskAddress.Of(request);
        return IsOfAuthorization(address) && AccountAt(address) is not null ? _authorizationServer : this;
    }

    private protected override string BodyToShow(LocalRequest request) =>
        IsOfAuthorization(ZendeskAddress.Of(request)) ? TokenParameters.Redact(request) : base.BodyToShow(request);

    private protected override LocalResponse Respond(LocalRequest request)
    {
        var address = ZendeskAddress.Of(request);
        if (AccountAt(address) is not { } account)
        {
            return ZendeskError.NoHelpDesk(address.BaseUrl);
        }

        lock (account.Turn)
        {
            account.Jobs.Settle();
            return Answer(request, address, account);
        }
    }

    private LocalResponse Answer(LocalRequest request, ZendeskAddress address, LocalZendeskAccount account) =>
        account.Limits.Answer(request, address, Now, () => ZendeskAuthentication.TryIdentify(request, address, account, _authorizationServer, out var caller, out var refusal)
            ? ZendeskRoutes.Answer(new ZendeskCall(request, address, account, caller, _authorizationServer, Now))
            : refusal);

    private protected override LocalResponse Throttled(TimeSpan retryAfter)
    {
        var seconds = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var response = ZendeskError.Answer(HttpStatusCode.TooManyRequests, "APIRateLimitExceeded", "Number of allowed API requests per minute exceeded");
        return LimitHeaders.Write(response, remaining: 0).With("Retry-After", seconds).With("ratelimit-reset", seconds);
    }

    private static bool IsOfAuthorization(ZendeskAddress address) => address.Path is ["oauth", "tokens"] or ["oauth", "authorizations", "new"];

    private LocalZendeskAccount? AccountAt(ZendeskAddress address)
    {
        if (address.Subdomain.Length == 0)
        {
            return null;
        }

        return _accounts.TryGetValue(address.Subdomain, out var account) ? account : _accounts.IsEmpty ? _anyAccount : null;
    }
}
