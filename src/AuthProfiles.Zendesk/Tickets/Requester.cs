namespace AuthProfiles.Zendesk;

/// <summary>The person a new ticket is for; Zendesk makes a user where none has that address.</summary>
/// <param name="Name">The name. Zendesk wants one where it has to make the user.</param>
/// <param name="Email">The e-mail address.</param>
public sealed record Requester(string? Name, string Email);
