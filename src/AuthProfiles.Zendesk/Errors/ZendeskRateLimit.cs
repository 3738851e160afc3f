namespace AuthProfiles.Zendesk;

/// <summary>A limit on requests that an answer reported.</summary>
/// <param name="Name"><c>account</c>, or the operation's name as Zendesk writes it, such as <c>tickets-index</c>.</param>
/// <param name="Total">The requests allowed per interval.</param>
/// <param name="Remaining">The requests left in this interval.</param>
/// <param name="ResetsIn">When the next interval begins, counted from the answer.</param>
public sealed record ZendeskRateLimit(string Name, int? Total, int? Remaining, TimeSpan? ResetsIn);
