using System.Globalization;
using System.Net.Http.Headers;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles;

/// <summary>What an answer says about the limits of its deployment. The service counts in windows shorter than a minute, so these are hints only.</summary>
/// <remarks>Immutable and thread-safe. The headers are kept, and read when they are asked for, because most programs never ask.</remarks>
public sealed class AzureOpenAIRateLimits
{
    private readonly HttpHeadersNonValidated _headers;

    internal AzureOpenAIRateLimits(HttpResponseHeaders headers) => _headers = headers.NonValidated;

    /// <summary>Gets how many requests may still be sent for now, or null where the answer does not say.</summary>
    public long? RemainingRequests => Count("x-ratelimit-remaining-requests");

    /// <summary>Gets how many tokens may still be used for now, or null where the answer does not say.</summary>
    public long? RemainingTokens => Count("x-ratelimit-remaining-tokens");

    /// <summary>Gets how many requests may be sent at all, or null where the answer does not say.</summary>
    public long? LimitRequests => Count("x-ratelimit-limit-requests");

    /// <summary>Gets how many tokens may be used at all, or null where the answer does not say.</summary>
    public long? LimitTokens => Count("x-ratelimit-limit-tokens");

    /// <summary>Gets how long it takes until all requests may be sent again, or null where the answer does not say.</summary>
    public TimeSpan? ResetRequests => Span("x-ratelimit-reset-requests");

    /// <summary>Gets how long it takes until all tokens may be used again, or null where the answer does not say.</summary>
    public TimeSpan? ResetTokens => Span("x-ratelimit-reset-tokens");

    /// <summary>Returns what was said, for logs.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"requests: {RemainingRequests?.ToString(CultureInfo.InvariantCulture) ?? "?"} left, tokens: {RemainingTokens?.ToString(CultureInfo.InvariantCulture) ?? "?"} left");

    private long? Count(string name) => long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private TimeSpan? Span(string name) => Text(name) is { } text && ResetTime.TryParse(text, out var time) ? time : null;

    private string? Text(string name) => _headers.TryGetValues(name, out var values) && values.Count == 1 ? values.ToString().Trim() : null;
}
