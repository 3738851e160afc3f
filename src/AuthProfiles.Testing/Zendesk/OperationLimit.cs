using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>A limit of one operation, beside the account's.</summary>
/// <param name="name">The name in the header <c>zendesk-ratelimit-{name}</c>.</param>
/// <param name="method">The operation's method.</param>
/// <param name="path">Its path below <c>/api/v2</c>, <c>{id}</c> for a number.</param>
/// <param name="total">The requests that a minute may have.</param>
internal sealed class OperationLimit(string name, HttpMethod method, string path, int total)
{
    private readonly ZendeskRoute _route = new(method, path, static _ => throw new InvalidOperationException("A limit answers nothing."));

    public string Name => name;

    public RateWindow Window { get; } = new(total);

    public bool Concerns(HttpMethod requested, IReadOnlyList<string> segments) => _route.Matches(requested, segments, out _);

    public LocalResponse Show(LocalResponse response, DateTimeOffset now) =>
        response.With("zendesk-ratelimit-" + name, FormattableString.Invariant($"total={Window.Total}; remaining={Window.Remaining}; resets={Window.ResetsIn(now)}"));
}
