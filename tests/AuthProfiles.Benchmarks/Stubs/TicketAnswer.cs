namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>An answer with a ticket, as a careful developer would read it without a library.</summary>
internal sealed record TicketAnswer(TicketRecord Ticket);
