using System.Text.Json.Serialization;

namespace AzureOpenAI.Steps;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(OpenTicketsQuery))]
[JsonSerializable(typeof(TicketNote))]
internal sealed partial class StepsJson : JsonSerializerContext;
