namespace AuthProfiles.Zendesk;

/// <summary>A tag that the account uses.</summary>
/// <param name="Name">The tag.</param>
/// <param name="Count">How often it was used lately.</param>
public sealed record Tag(string Name, long Count);
