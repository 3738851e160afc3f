namespace AuthProfiles.Zendesk;

/// <summary>A sender or receiver of what came in. What is null the channel does not tell.</summary>
/// <param name="Id">The id of the rule, ticket or user.</param>
/// <param name="Name">The name.</param>
/// <param name="Address">The address, for e-mail.</param>
/// <param name="Title">The title, of a rule for instance.</param>
public sealed record ViaParty(long? Id, string? Name, string? Address, string? Title);
