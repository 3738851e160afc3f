namespace HandWritten.Wire;

internal sealed record SearchAnswer(Ticket[] Results);
