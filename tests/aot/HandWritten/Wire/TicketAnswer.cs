namespace HandWritten.Wire;

internal sealed record TicketAnswer(Ticket Ticket);
