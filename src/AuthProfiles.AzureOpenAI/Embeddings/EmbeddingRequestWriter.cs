using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>Writes the members of an embedding call's body.</summary>
internal static class EmbeddingRequestWriter
{
    public static void Write(Utf8JsonWriter json, EmbeddingCall call)
    {
        var request = call.Request;
        json.WriteStartArray("input"u8);
        if (request.Inputs.IsEmpty)
        {
            WriteTokens(json, call);
        }
        else
        {
            foreach (var input in request.Inputs.AsSpan().Slice(call.Start, call.Count))
            {
                json.WriteStringValue(input);
            }
        }

        json.WriteEndArray();
        json.WriteString("encoding_format"u8, "base64"u8);
        JsonWrite.Number(json, "dimensions"u8, request.Dimensions);
        JsonWrite.Text(json, "user"u8, request.User);
        JsonWrite.Text(json, "input_type"u8, request.InputType);
        AdditionalMembers.Write(json, request, request.AdditionalProperties, IsTaken);
    }

    private static void WriteTokens(Utf8JsonWriter json, EmbeddingCall call)
    {
        foreach (var input in call.Request.TokenInputs.AsSpan().Slice(call.Start, call.Count))
        {
            json.WriteStartArray();
            foreach (var token in input)
            {
                json.WriteNumberValue(token);
            }

            json.WriteEndArray();
        }
    }

    private static bool IsTaken(EmbeddingRequest request, string name) => name switch
    {
        "input" or "model" or "encoding_format" => true,
        "dimensions" => request.Dimensions is not null,
        "user" => request.User is not null,
        "input_type" => request.InputType is not null,
        _ => false,
    };
}
