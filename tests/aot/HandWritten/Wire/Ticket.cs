namespace HandWritten.Wire;

internal sealed record Ticket(long Id, string? Subject, string? Status, string[] Tags);
