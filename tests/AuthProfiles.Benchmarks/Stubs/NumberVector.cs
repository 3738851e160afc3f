namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>One vector of such an answer.</summary>
internal sealed record NumberVector(int Index, float[] Embedding);
