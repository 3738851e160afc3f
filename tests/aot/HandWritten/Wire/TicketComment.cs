namespace HandWritten.Wire;

internal sealed record TicketComment(string Body, bool Public);
