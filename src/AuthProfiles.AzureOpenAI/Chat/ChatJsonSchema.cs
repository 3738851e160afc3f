using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Makes JSON schemas of C# types, for structured answers and for the parameters of tools.</summary>
public static class ChatJsonSchema
{
    private const int LongestName = 64;

    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    /// <summary>Makes the schema of a type, of the strict kind: every property is required, and there are no others. A nullable property may be null.</summary>
    /// <remarks>A <see cref="DescriptionAttribute"/> on a property or a type tells the model more. Make the schema once and keep it.</remarks>
    /// <param name="type">The type as a source-generated context has it.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="ArgumentException">The strict kind cannot say what the type is: it is no object, or it has a dictionary or a value of any type.</exception>
    public static JsonElement Strict(JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            throw new ArgumentException($"The schema of {type.Type.Name} is no object, which the strict kind wants: make the type a property of a record.", nameof(type));
        }

        var schema = JsonSchemaExporter.GetJsonSchemaAsNode(type, Options);
        using var document = JsonDocument.Parse(schema.ToJsonString());
        return document.RootElement.Clone();
    }

    /// <summary>Makes a schema's name of a type's name.</summary>
    internal static string NameOf(Type type)
    {
        var name = string.Concat(type.Name.Select(static character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
        return name.Length > LongestName ? name[..LongestName] : name;
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema || schema.ContainsKey("additionalProperties") || IsAnything(schema))
        {
            throw new ArgumentException(
                $"{context.TypeInfo.Type.Name} is a dictionary or a value of any type, which a strict schema cannot say. Use a list of records instead, or give a schema of your own.");
        }

        schema.Remove("default");
        if (schema["properties"] is JsonObject properties)
        {
            schema["required"] = new JsonArray([.. properties.Select(static property => (JsonNode)JsonValue.Create(property.Key))]);
            schema["additionalProperties"] = false;
        }
        else if (context.TypeInfo.Kind == JsonTypeInfoKind.Object && !schema.ContainsKey("$ref") && !schema.ContainsKey("anyOf"))
        {
            schema["properties"] = new JsonObject();
            schema["required"] = new JsonArray();
            schema["additionalProperties"] = false;
        }

        if (DescriptionOf(context) is { } description)
        {
            schema["description"] = description;
        }

        return schema;
    }

    private static bool IsAnything(JsonObject schema) => schema.Count == 0;

    // The attributes come with the type's metadata, so that trimming keeps them.
    private static string? DescriptionOf(JsonSchemaExporterContext context)
    {
        var provider = context.PropertyInfo is null ? context.TypeInfo.Type : context.PropertyInfo.AttributeProvider;
        return provider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true).OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
    }
}
