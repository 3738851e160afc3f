using System.Runtime.InteropServices;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.DataSources;

/// <summary>A data source as the caller wrote it. It may hold a key, so it does not print itself.</summary>
internal sealed record JsonDataSource : ChatDataSource
{
    private readonly JsonElement _json;

    public JsonDataSource(JsonElement json) => _json = JsonCopy.Object(json, "A data source");

    internal override void Write(Utf8JsonWriter json) => json.WriteRawValue(JsonMarshal.GetRawUtf8Value(_json), skipInputValidation: true);
}
