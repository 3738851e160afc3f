using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>Embeddings, as numbers or as base64 of little-endian floats.</summary>
internal sealed class EmbeddingsOperation : IAzureOperation
{
    private const int MostInputs = 2048;
    private const int DefaultDimensions = 1536;
    private const int MostDimensions = 3072;

    public string Name => "embeddings";

    public AzureModelKind Kind => AzureModelKind.Embedding;

    public LocalResponse Answer(AzureCall call, AzureDeployment deployment, JsonElement body)
    {
        if (!body.TryGetProperty("input", out var input) || !TryReadInputs(input, out var texts))
        {
            return AzureError.Invalid($"'input' must be a text or an array of 1 to {MostInputs} texts, none empty; token arrays are read as text.", "input");
        }

        var dimensions = DefaultDimensions;
        if (body.TryGetProperty("dimensions", out var wanted) && (wanted.ValueKind != JsonValueKind.Number || !wanted.TryGetInt32(out dimensions) || dimensions is < 1 or > MostDimensions))
        {
            return AzureError.Invalid($"'dimensions' must be a number from 1 to {MostDimensions}.", "dimensions");
        }

        var format = body.TryGetProperty("encoding_format", out var encoding) ? encoding.ToString() : "float";
        if (format is not ("float" or "base64"))
        {
            return AzureError.Invalid("'encoding_format' must be float or base64.", "encoding_format");
        }

        return LocalResponse.Json(HttpStatusCode.OK, (writer, _) => Write(writer, deployment.Model, texts, dimensions, string.Equals(format, "base64", StringComparison.Ordinal)));
    }

    private static void Write(Utf8JsonWriter writer, string model, IReadOnlyList<string> texts, int dimensions, bool base64)
    {
        writer.WriteStartObject();
        writer.WriteString("object", "list");
        writer.WriteString("model", model);
        writer.WriteStartArray("data");
        for (var index = 0; index < texts.Count; index++)
        {
            writer.WriteStartObject();
            writer.WriteString("object", "embedding");
            writer.WriteNumber("index", index);
            writer.WritePropertyName("embedding");
            WriteVector(writer, TextEmbedding.Of(texts[index], dimensions), base64);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        var tokens = texts.Sum(Tokens.Count);
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", tokens);
        writer.WriteNumber("total_tokens", tokens);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteVector(Utf8JsonWriter writer, ReadOnlySpan<float> vector, bool base64)
    {
        if (base64)
        {
            var bytes = new byte[vector.Length * sizeof(float)];
            for (var i = 0; i < vector.Length; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), vector[i]);
            }

            writer.WriteBase64StringValue(bytes);
            return;
        }

        writer.WriteStartArray();
        foreach (var value in vector)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    private static bool TryReadInputs(JsonElement input, out IReadOnlyList<string> texts)
    {
        texts = input.ValueKind switch
        {
            JsonValueKind.String => [input.GetString()!],
            JsonValueKind.Array when input.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => [.. input.EnumerateArray().Select(item => item.GetString()!)],
            JsonValueKind.Array when IsTokens(input) => [input.GetRawText()],
            JsonValueKind.Array when input.EnumerateArray().All(IsTokens) => [.. input.EnumerateArray().Select(item => item.GetRawText())],
            _ => [],
        };
        return texts.Count is >= 1 and <= MostInputs && texts.All(text => text.Length > 0);
    }

    private static bool IsTokens(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array && array.GetArrayLength() is >= 1 and <= MostInputs && array.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number);
}
