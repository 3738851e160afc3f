namespace HandWritten.Wire;

internal sealed record ChatMessage(string Role, string Content);
