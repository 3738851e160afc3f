using System.Globalization;
using System.Net.Http.Headers;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Errors;

/// <summary>Reads the rate limits off an answer's headers. What can't be read is absent, never an error.</summary>
internal static class RateLimitReader
{
    private const string OfOperation = "zendesk-ratelimit-";

    public static IReadOnlyList<ZendeskRateLimit> Read(HttpResponseHeaders headers)
    {
        List<ZendeskRateLimit> limits = [];
        if (ReadAccount(headers) is { } account)
        {
            limits.Add(account);
        }

        foreach (var (name, values) in headers.NonValidated)
        {
            if (name.StartsWith(OfOperation, StringComparison.OrdinalIgnoreCase) && ServerText.Clean(name[OfOperation.Length..]) is { } operation)
            {
                limits.Add(OfOneOperation(operation, values.ToString()));
            }
        }

        return limits;
    }

    /// <summary>Reads the account's own limit, which every operation counts against.</summary>
    public static ZendeskRateLimit? ReadAccount(HttpResponseHeaders headers)
    {
        var total = Number(headers, "ratelimit-limit") ?? Number(headers, "X-Rate-Limit");
        var remaining = Number(headers, "ratelimit-remaining") ?? Number(headers, "X-Rate-Limit-Remaining");
        return total is null && remaining is null ? null : new("account", total, remaining, Seconds(Number(headers, "ratelimit-reset")));
    }

    /// <summary>Reads <c>total=100; remaining=99; resets=41</c>.</summary>
    private static ZendeskRateLimit OfOneOperation(string name, string text)
    {
        int? total = null, remaining = null, resets = null;
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var value = Number(part[(equals + 1)..]);
            switch (equals < 0 ? string.Empty : part[..equals])
            {
                case "total":
                    total = value;
                    break;
                case "remaining":
                    remaining = value;
                    break;
                case "resets":
                    resets = value;
                    break;
            }
        }

        return new(name, total, remaining, Seconds(resets));
    }

    private static int? Number(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? Number(values.ToString()) : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan? Seconds(int? seconds) => seconds is { } count ? TimeSpan.FromSeconds(count) : null;
}
