namespace HandWritten.Wire;

internal sealed record TagCall(string[] Tags);
