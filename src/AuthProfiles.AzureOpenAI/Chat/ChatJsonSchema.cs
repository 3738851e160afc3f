using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Makes JSON schemas of C# types, for structured answers and for the parameters of tools.</summary>
public static class ChatJsonSchema
{
    private const int LongestName = 64;

    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = StrictSchema.Transform };

    /// <summary>Makes the schema of a type, of the strict kind: every property is required, and there are no others. A nullable property may be null.</summary>
    /// <remarks>A <see cref="DescriptionAttribute"/> on a property or a type tells the model more. Make the schema once and keep it.</remarks>
    /// <param name="type">The type as a source-generated context has it.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="ArgumentException">The strict kind cannot say what the type is: it is no object, it has derived types, or it has a dictionary or a value of any type.</exception>
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
}
