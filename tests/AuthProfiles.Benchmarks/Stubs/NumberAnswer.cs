using System.Text.Json;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>An answer with vectors as numbers, as a careful developer would read it without a library.</summary>
internal sealed record NumberAnswer(IReadOnlyList<NumberVector> Data)
{
    public static NumberAnswer Read(byte[] body) => JsonSerializer.Deserialize(body, NumberAnswerJson.Default.NumberAnswer)!;
}
