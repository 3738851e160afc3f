using System.Text.Json.Serialization;

namespace HandWritten.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(ChatCall))]
[JsonSerializable(typeof(ChatAnswer))]
[JsonSerializable(typeof(EmbeddingCall))]
[JsonSerializable(typeof(EmbeddingAnswer))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(TicketAnswer))]
[JsonSerializable(typeof(UpdateCall))]
[JsonSerializable(typeof(TagCall))]
internal sealed partial class Json : JsonSerializerContext;
