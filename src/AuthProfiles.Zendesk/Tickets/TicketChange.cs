namespace AuthProfiles.Zendesk;

/// <summary>A change of one ticket among many. Immutable.</summary>
/// <param name="Id">The ticket's id.</param>
/// <param name="Update">What to change.</param>
public sealed record TicketChange(long Id, TicketUpdate Update);
