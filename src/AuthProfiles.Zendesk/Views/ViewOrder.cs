namespace AuthProfiles.Zendesk;

/// <summary>What the tickets of a view are grouped or sorted by.</summary>
/// <param name="Id">The column's name; of one of the account's own fields its id.</param>
/// <param name="Title">The column's heading.</param>
/// <param name="IsDescending">Whether the largest or latest comes first.</param>
public sealed record ViewOrder(string Id, string? Title, bool IsDescending);
