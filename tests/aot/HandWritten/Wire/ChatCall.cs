namespace HandWritten.Wire;

internal sealed record ChatCall(string Model, ChatMessage[] Messages);
