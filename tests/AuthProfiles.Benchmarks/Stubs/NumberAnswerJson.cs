using System.Text.Json.Serialization;

namespace AuthProfiles.Benchmarks.Stubs;

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = false, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(NumberAnswer))]
internal sealed partial class NumberAnswerJson : JsonSerializerContext;
