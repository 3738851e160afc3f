using System.Collections.Frozen;

namespace AuthProfiles.Verification;

/// <summary>The headers whose values are shown. All others are named, and their values are not.</summary>
internal static class HarmlessHeaders
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Age", "Allow", "Cache-Control", "Connection", "Content-Encoding",
        "Content-Language", "Content-Length", "Content-Type", "Date", "ETag", "Expires", "Host", "Last-Modified", "Pragma", "Retry-After",
        "Server", "Transfer-Encoding", "User-Agent", "Vary", "Via", "WWW-Authenticate",
        "apim-request-id", "cf-ray", "client-request-id", "request-id", "x-correlation-id", "x-ms-request-id", "x-request-id", "x-zendesk-request-id",
        "api-supported-versions", "ratelimit", "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset", "ratelimit-policy",
        "x-rate-limit", "x-rate-limit-remaining", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset",
        "x-ratelimit-remaining-requests", "x-ratelimit-remaining-tokens",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contain(string name) => Names.Contains(name);
}
