namespace AuthProfiles.Zendesk;

/// <summary>Which ratings are wanted. Immutable; what is null does not matter.</summary>
public sealed record SatisfactionFilter
{
    /// <summary>Gets the score they must have: <c>good</c>, <c>bad</c>, <c>offered</c>, <c>unoffered</c>, <c>received</c>; all but the middle two also with <c>_with_comment</c> or <c>_without_comment</c> behind.</summary>
    public string? Score { get; init; }

    /// <summary>Gets the time from which they must be.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Gets the time up to which they must be.</summary>
    public DateTimeOffset? To { get; init; }
}
