namespace HandWritten.Wire;

internal sealed record EmbeddingCall(string Model, string[] Input);
