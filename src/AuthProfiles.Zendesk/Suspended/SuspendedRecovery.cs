namespace AuthProfiles.Zendesk;

/// <summary>What became of suspended tickets that were to be recovered. Immutable.</summary>
/// <param name="Tickets">The tickets that they are now.</param>
/// <param name="Failed">Those that are still suspended, with <see cref="SuspendedTicket.ErrorMessages"/>.</param>
public sealed record SuspendedRecovery(IReadOnlyList<Ticket> Tickets, IReadOnlyList<SuspendedTicket> Failed);
