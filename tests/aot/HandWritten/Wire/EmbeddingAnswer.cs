namespace HandWritten.Wire;

internal sealed record EmbeddingAnswer(EmbeddingVector[] Data);
