namespace AuthProfiles.Zendesk;

/// <summary>Who wrote a suspended message, by what it says itself.</summary>
/// <param name="Id">The id of the user, or null where Zendesk does not know one.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address.</param>
public sealed record SuspendedAuthor(long? Id, string? Name, string? Email);
