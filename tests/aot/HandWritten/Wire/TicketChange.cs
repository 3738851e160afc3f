namespace HandWritten.Wire;

internal sealed record TicketChange(TicketComment Comment);
