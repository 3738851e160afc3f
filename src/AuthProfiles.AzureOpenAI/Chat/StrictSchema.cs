using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Makes what the framework's exporter says of a type into the strict kind of schema, which knows fewer words.</summary>
internal static class StrictSchema
{
    // The strict kind refuses these words, so the model reads them in the description instead.
    private static readonly string[] ToldInWords = ["format", "pattern", "minLength", "maxLength"];

    private static readonly string[] LeftOut = ["default", "$comment"];

    public static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject { Count: > 0 } schema || schema["additionalProperties"] is JsonObject)
        {
            throw new ArgumentException(
                $"{context.TypeInfo.Type.Name} is a dictionary or a value of any type, which a strict schema cannot say. Use a list of records instead, or give a schema of your own.", nameof(node));
        }

        if (schema.ContainsKey("$ref"))
        {
            // Nothing may stand beside a reference.
            return new JsonObject { ["$ref"] = schema["$ref"]!.DeepClone() };
        }

        foreach (var word in LeftOut)
        {
            schema.Remove(word);
        }

        Close(context, schema);
        Describe(context, schema);
        return schema;
    }

    // Every object names its properties, requires all of them and has no others.
    private static void Close(JsonSchemaExporterContext context, JsonObject schema)
    {
        if (schema["anyOf"] is JsonArray kinds)
        {
            Separate(context, schema, kinds);
        }
        else if (schema["properties"] is JsonObject || context.TypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            var properties = schema["properties"] as JsonObject ?? [];
            schema["properties"] ??= properties;
            schema["type"] ??= "object";
            schema["required"] = new JsonArray([.. properties.Select(static property => (JsonNode)JsonValue.Create(property.Key))]);
            schema["additionalProperties"] = false;
        }
    }

    // A type with derived ones is one of them, each of which says for itself what it is.
    private static void Separate(JsonSchemaExporterContext context, JsonObject schema, JsonArray kinds)
    {
        if (context.Path.IsEmpty)
        {
            throw new ArgumentException($"{context.TypeInfo.Type.Name} has derived types, which a strict schema takes only below its top: make the type a property of a record.", nameof(context));
        }

        if (schema["type"] is JsonArray)
        {
            kinds.Add((JsonNode)new JsonObject { ["type"] = "null" });
        }

        schema.Remove("type");
        schema.Remove("required");
    }

    private static void Describe(JsonSchemaExporterContext context, JsonObject schema)
    {
        var sentences = new List<string>();
        if (DescriptionOf(context) is { } description)
        {
            sentences.Add(description);
        }

        foreach (var word in ToldInWords)
        {
            if (schema.Remove(word, out var value))
            {
                sentences.Add($"({word}: {value})");
            }
        }

        if (sentences.Count > 0)
        {
            schema["description"] = string.Join(' ', sentences);
        }
    }

    // The attributes come with the type's metadata, so that trimming keeps them.
    private static string? DescriptionOf(JsonSchemaExporterContext context)
    {
        var provider = context.PropertyInfo is null ? context.TypeInfo.Type : context.PropertyInfo.AttributeProvider;
        return provider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true).OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
    }
}
