using AuthProfiles.Zendesk.Errors;

namespace AuthProfiles.Zendesk;

/// <summary>A limit on requests that an answer reported.</summary>
/// <param name="Name"><c>account</c>, or the operation's name as Zendesk writes it, such as <c>tickets-index</c>.</param>
/// <param name="Total">The requests allowed per interval.</param>
/// <param name="Remaining">The requests left in this interval.</param>
/// <param name="ResetsIn">When the next interval begins, counted from the answer.</param>
public sealed record ZendeskRateLimit(string Name, int? Total, int? Remaining, TimeSpan? ResetsIn)
{
    /// <summary>Reads the limits that an answer reports, such as one of <see cref="ZendeskClient.SendAsync"/>.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>The account's limit first, then those of the operation; empty where the answer reports none.</returns>
    public static IReadOnlyList<ZendeskRateLimit> Read(HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return RateLimitReader.Read(response.Headers);
    }
}
