using System.Globalization;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>The headers that tell of an account's limit, under both of their names.</summary>
internal static class LimitHeaders
{
    /// <summary>Writes them; the numbers of an account without a limit are those of an Enterprise plan that nobody else uses.</summary>
    public static LocalResponse Write(LocalResponse response, int total = 700, int remaining = 699, int resets = 41)
    {
        var (all, left) = (total.ToString(CultureInfo.InvariantCulture), remaining.ToString(CultureInfo.InvariantCulture));
        return response
            .With("X-Rate-Limit", all).With("X-Rate-Limit-Remaining", left)
            .With("ratelimit-limit", all).With("ratelimit-remaining", left).With("ratelimit-reset", resets.ToString(CultureInfo.InvariantCulture));
    }
}
