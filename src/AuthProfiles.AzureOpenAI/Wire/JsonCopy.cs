using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>Copies JSON of the caller, detached from any document that the caller may dispose.</summary>
internal static class JsonCopy
{
    /// <summary>Copies an object.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static JsonElement Object(JsonElement json, string what) =>
        json.ValueKind == JsonValueKind.Object ? json.Clone() : throw new ArgumentException($"{what} is a JSON object.", nameof(json));
}
