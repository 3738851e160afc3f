namespace HandWritten.Wire;

internal sealed record UpdateCall(TicketChange Ticket);
