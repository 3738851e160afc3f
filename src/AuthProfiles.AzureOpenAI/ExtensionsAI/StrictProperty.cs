using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>The additional property by which programs that are written to Microsoft.Extensions.AI ask for schemas of the strict kind.</summary>
internal static class StrictProperty
{
    public const string Key = "strict";

    /// <summary>Makes schemas strict, and keeps them for as long as the tool or the format that they belong to.</summary>
    private static readonly AIJsonSchemaTransformCache Schemas = new(new()
    {
        RequireAllProperties = true,
        DisallowAdditionalProperties = true,
        ConvertBooleanSchemas = true,
        MoveDefaultKeywordToDescription = true,
    });

    /// <summary>Reads the property; null where it is not there.</summary>
    /// <exception cref="ArgumentException">It is neither true nor false.</exception>
    public static bool? IsStrict(IReadOnlyDictionary<string, object?>? properties) =>
        properties is null || !properties.TryGetValue(Key, out var value) || value is null ? null
            : value switch
            {
                bool isStrict => isStrict,
                JsonElement { ValueKind: JsonValueKind.True } => true,
                JsonElement { ValueKind: JsonValueKind.False } => false,
                _ => throw new ArgumentException("The additional property 'strict' is true or false.", nameof(properties)),
            };

    public static JsonElement Of(AIFunctionDeclaration function, bool? isStrict) =>
        isStrict is true ? Schemas.GetOrCreateTransformedSchema(function) : function.JsonSchema;

    public static JsonElement? Of(ChatResponseFormatJson format, bool? isStrict) =>
        isStrict is true ? Schemas.GetOrCreateTransformedSchema(format) : format.Schema;
}
