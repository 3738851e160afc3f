using System.Collections.Concurrent;

namespace AuthProfiles.Zendesk.Limits;

/// <summary>The pace of each account that a profile calls.</summary>
/// <remarks>Thread-safe. Accounts that have not been called for a while are forgotten.</remarks>
/// <param name="requestsPerMinute">The most calls that any minute of an account may have.</param>
internal sealed class AccountPaces(int requestsPerMinute)
{
    private const int Many = 1024;
    private const string Api = "/api/v2/";

    private readonly ConcurrentDictionary<string, AccountPace> _accounts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets how many accounts are remembered.</summary>
    public int Count => _accounts.Count;

    /// <summary>Returns the pace of the account that an address is of: by its host, and by the path before the API where a local service has its accounts.</summary>
    public AccountPace Of(Uri address, DateTimeOffset now)
    {
        var path = address.AbsolutePath;
        var api = path.IndexOf(Api, StringComparison.OrdinalIgnoreCase);
        var account = $"{address.Authority}{path[..Math.Max(api, 0)]}";
        if (_accounts.TryGetValue(account, out var known))
        {
            return known;
        }

        if (_accounts.Count >= Many)
        {
            foreach (var idle in _accounts.Where(entry => entry.Value.IsIdle(now)))
            {
                _accounts.TryRemove(idle);
            }
        }

        return _accounts.GetOrAdd(account, static (_, most) => new(most), requestsPerMinute);
    }
}
