namespace AuthProfiles.Zendesk;

/// <summary>What a requester says about the help on a ticket. Immutable.</summary>
/// <param name="Score">The score: <c>good</c> or <c>bad</c>.</param>
/// <param name="Comment">What the requester writes.</param>
public sealed record NewSatisfactionRating(string Score, string? Comment = null)
{
    /// <summary>Gets the code of the reason of a bad score.</summary>
    public long? ReasonCode { get; init; }

    /// <summary>Gets the id of the reason of a bad score.</summary>
    public long? ReasonId { get; init; }
}
