namespace HandWritten.Wire;

internal sealed record ChatChoice(ChatMessage Message);
