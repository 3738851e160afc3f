using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Says what form the model's answer has.</summary>
/// <remarks>Immutable and thread-safe. The forms are the connector's own.</remarks>
public abstract record ChatResponseFormat
{
    private protected ChatResponseFormat()
    {
    }

    /// <summary>Gets the form of ordinary text, which is what the service does by itself.</summary>
    public static ChatResponseFormat Text { get; } = new PlainResponseFormat("text");

    /// <summary>Gets the form of a JSON object. A message has to ask for JSON too, or else the model may write white space without end.</summary>
    public static ChatResponseFormat JsonObject { get; } = new PlainResponseFormat("json_object");

    /// <summary>Makes the form of a JSON schema.</summary>
    /// <param name="name">The schema's name: up to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="schema">The schema, a JSON object. It is copied.</param>
    /// <param name="isStrict">Whether the answer always fits the schema, which then has to be of the strict kind; null leaves it to the service.</param>
    /// <param name="description">What the answer is for, for the model, or null.</param>
    /// <returns>The form.</returns>
    /// <exception cref="ArgumentException">The schema is no JSON object.</exception>
    public static ChatResponseFormat JsonSchema(string name, JsonElement schema, bool? isStrict = null, string? description = null) =>
        new JsonSchemaFormat(name, schema, isStrict, description);

    /// <summary>Makes the form of a C# type, in the strict kind: the answer always fits. <see cref="ChatCompletion.ReadContent"/> reads it back.</summary>
    /// <remarks>Make it once and keep it: the schema is made anew by each call.</remarks>
    /// <param name="type">The type as a source-generated context has it.</param>
    /// <param name="name">The schema's name; the default is the type's.</param>
    /// <param name="description">What the answer is for, for the model, or null.</param>
    /// <returns>The form.</returns>
    /// <inheritdoc cref="ChatJsonSchema.Strict" path="/exception"/>
    public static ChatResponseFormat JsonSchema(JsonTypeInfo type, string? name = null, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new JsonSchemaFormat(name ?? ChatJsonSchema.NameOf(type.Type), ChatJsonSchema.Strict(type), isStrict: true, description);
    }

    internal abstract void Write(Utf8JsonWriter json);
}
