using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>Writes the members of an embedding request's body.</summary>
internal static class EmbeddingRequestWriter
{
    public static void Write(Utf8JsonWriter json, EmbeddingRequest request)
    {
        json.WriteStartArray("input"u8);
        foreach (var input in request.Inputs)
        {
            json.WriteStringValue(input);
        }

        json.WriteEndArray();
        json.WriteString("encoding_format"u8, "base64"u8);
        if (request.Dimensions is { } dimensions)
        {
            json.WriteNumber("dimensions"u8, dimensions);
        }

        if (request.User is not null)
        {
            json.WriteString("user"u8, request.User);
        }

        AdditionalMembers.Write(json, request, request.AdditionalProperties, IsTaken);
    }

    private static bool IsTaken(EmbeddingRequest request, string name) => name switch
    {
        "input" or "model" or "encoding_format" => true,
        "dimensions" => request.Dimensions is not null,
        "user" => request.User is not null,
        _ => false,
    };
}
