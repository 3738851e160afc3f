using System.Text.Json;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>Puts an answer into the form that a JSON schema asks for: the first text has it, or the first of a closed set of texts that it names.</summary>
internal sealed class SchemaAnswer(string answer)
{
    private const int Deepest = 16;

    public string In(JsonElement schema) => Value(schema, Deepest)?.ToJsonString() ?? "null";

    private JsonNode? Value(JsonElement schema, int depth)
    {
        if (depth == 0 || schema.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (schema.TryGetProperty("enum", out var values) && values.ValueKind == JsonValueKind.Array && values.GetArrayLength() > 0)
        {
            return JsonNode.Parse(Fitting(values).GetRawText());
        }

        return TypeOf(schema) switch
        {
            "object" => Members(schema, depth),
            "array" => new JsonArray(),
            "string" => answer,
            "integer" or "number" => 0,
            "boolean" => false,
            _ => null,
        };
    }

    private JsonObject Members(JsonElement schema, int depth)
    {
        var members = new JsonObject();
        if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                members[property.Name] = Value(property.Value, depth - 1);
            }
        }

        return members;
    }

    private JsonElement Fitting(JsonElement values)
    {
        foreach (var value in values.EnumerateArray())
        {
            if (value.ValueKind == JsonValueKind.String && answer.Contains(value.GetString()!, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return values[0];
    }

    private static string? TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return null;
        }

        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(static one => one.GetString()).FirstOrDefault(static one => one is not "null")
            : type.GetString();
    }
}
