namespace AuthProfiles.Zendesk;

/// <summary>A record with those that came along.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
/// <param name="Item">The record.</param>
/// <param name="Included">The records that were asked for with it.</param>
public sealed record Sideloaded<T>(T Item, Included Included);
