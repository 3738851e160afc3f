namespace AuthProfiles.Zendesk;

/// <summary>What the requester said about a ticket, or that nobody asked yet.</summary>
/// <param name="Score">The score: <c>good</c>, <c>bad</c>, <c>offered</c>, <c>unoffered</c>, or whatever else Zendesk says.</param>
/// <param name="Id">The id of the rating, or null where there is none yet.</param>
/// <param name="Comment">What the requester wrote.</param>
public sealed record TicketSatisfaction(string? Score, long? Id, string? Comment);
