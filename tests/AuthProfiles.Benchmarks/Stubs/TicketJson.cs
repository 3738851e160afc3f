using System.Text.Json.Serialization;

namespace AuthProfiles.Benchmarks.Stubs;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TicketAnswer))]
internal sealed partial class TicketJson : JsonSerializerContext;
