namespace HandWritten.Wire;

internal sealed record ChatAnswer(ChatChoice[] Choices);
