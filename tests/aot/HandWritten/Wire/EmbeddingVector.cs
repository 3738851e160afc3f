namespace HandWritten.Wire;

internal sealed record EmbeddingVector(float[] Embedding);
