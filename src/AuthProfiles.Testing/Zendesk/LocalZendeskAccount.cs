using AuthProfiles.Testing.Zendesk;

namespace AuthProfiles.Testing;

/// <summary>A Zendesk account: its tickets, its users, its jobs and its API tokens.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class LocalZendeskAccount
{
    private readonly object _gate = new();
    private readonly List<SecretValue> _apiTokens = [];

    internal LocalZendeskAccount(string subdomain, TimeProvider clock)
    {
        Subdomain = subdomain;
        Users = new LocalUsers(clock);
        Jobs = new LocalJobs(Turn, clock);
        Tickets = new LocalTickets(Users, clock, Jobs.Settle);
    }

    /// <summary>Gets the account's subdomain.</summary>
    public string Subdomain { get; }

    /// <summary>Gets the account's tickets.</summary>
    public LocalTickets Tickets { get; }

    /// <summary>Gets the account's users.</summary>
    /// <value>The first one is an administrator. A bearer token acts as the user who granted it, where they are here by that name as their email, and else as the administrator.</value>
    public LocalUsers Users { get; }

    /// <summary>Gets the account's jobs.</summary>
    public LocalJobs Jobs { get; }

    /// <summary>Gets what requests and jobs take turns by.</summary>
    internal object Turn { get; } = new();

    /// <summary>Gets the tickets created with an <c>Idempotency-Key</c>; the service answers one request at a time.</summary>
    internal Dictionary<string, CreatedTicket> CreatedByKey { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the account's files.</summary>
    internal LocalUploads Uploads { get; } = new();

    /// <summary>Gets the account's limits.</summary>
    internal AccountLimits Limits { get; } = new();

    /// <summary>Limits the requests to the account: those beyond are refused with 429 until the minute is over, which begins with its first request.</summary>
    /// <param name="perMinute">The requests that a minute may have, or null for any number, which is how an account begins.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public void LimitRequests(int? perMinute)
    {
        if (perMinute is { } total)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total, nameof(perMinute));
        }

        Limits.LimitAccount(perMinute);
    }

    /// <summary>Limits one operation, beside the account as a whole; the refusal is plain text, as Zendesk's sometimes is.</summary>
    /// <param name="name">The limit's name, which answers have in the header <c>zendesk-ratelimit-{name}</c>, such as <c>tickets-index</c>. The same name replaces the limit.</param>
    /// <param name="method">The operation's method.</param>
    /// <param name="path">Its path below <c>/api/v2</c>, such as <c>tickets</c> or <c>tickets/{id}</c>.</param>
    /// <param name="perMinute">The requests that a minute may have.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public void LimitOperation(string name, HttpMethod method, string path, int perMinute)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perMinute);
        Limits.LimitOperation(new OperationLimit(name, method, path, perMinute));
    }

    /// <summary>Makes an API token known; until then any token is accepted, from then on only known ones, for users of this account.</summary>
    /// <param name="email">The email of the agent whose token it is; the agent is added if they aren't there.</param>
    /// <param name="token">The token. As at Zendesk it is good with the email of any user.</param>
    public void AddApiToken(string email, SecretValue token)
    {
        ArgumentException.ThrowIfNullOrEmpty(email);
        ArgumentNullException.ThrowIfNull(token);
        Users.GetOrAdd(email, LocalUsers.Agent);
        lock (_gate)
        {
            _apiTokens.Add(token);
        }
    }

    internal LocalUser? UserOf(string email, string apiToken)
    {
        lock (_gate)
        {
            if (_apiTokens.Count == 0)
            {
                return Users.GetOrAdd(email, LocalUsers.Agent);
            }

            return _apiTokens.Exists(token => string.Equals(token.Reveal(), apiToken, StringComparison.Ordinal)) ? Users.Find(email) : null;
        }
    }
}
