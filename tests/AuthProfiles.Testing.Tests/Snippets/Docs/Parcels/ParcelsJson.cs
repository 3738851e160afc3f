using System.Text.Json.Serialization;

namespace Snippets.Parcels;

/// <summary>The JSON of Parcels, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Parcel))]
internal sealed partial class ParcelsJson : JsonSerializerContext;
