namespace AuthProfiles.Zendesk;

/// <summary>A record that was created, or that was there and has been changed.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
/// <param name="Item">The record as it is now.</param>
/// <param name="IsCreated">Whether it is new.</param>
public sealed record CreatedOrUpdated<T>(T Item, bool IsCreated);
