using System.Text.Json.Serialization;

namespace AuthProfiles.LiveTests.AzureOpenAI;

[JsonSerializable(typeof(Answer))]
internal sealed partial class LiveTypes : JsonSerializerContext;
