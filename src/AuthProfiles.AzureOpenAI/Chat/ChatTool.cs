using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>A function of the application that the model may call.</summary>
/// <remarks>Immutable and thread-safe. Make it once: it serves any number of requests.</remarks>
public sealed record ChatTool
{
    /// <summary>Initializes a new instance of the <see cref="ChatTool"/> class.</summary>
    /// <param name="name">The function's name: up to 64 letters, digits, underscores and hyphens.</param>
    public ChatTool(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>Gets the function's name.</summary>
    public string Name { get; }

    /// <summary>Gets what the function does and when to call it, for the model, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the JSON schema of the arguments, or null for a function without any. It is copied; <see cref="ChatJsonSchema"/> makes it from a C# type.</summary>
    /// <exception cref="ArgumentException">The schema is no JSON object.</exception>
    public JsonElement? Parameters
    {
        get;
        init => field = value is { } schema ? JsonCopy.Object(schema, "The schema of a function's parameters") : null;
    }

    /// <summary>Gets whether the arguments always fit the schema, which then has to be of the strict kind.</summary>
    /// <value>The default is the service's.</value>
    public bool? IsStrict { get; init; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "function"u8);
        json.WriteStartObject("function"u8);
        json.WriteString("name"u8, Name);
        JsonWrite.Text(json, "description"u8, Description);
        JsonWrite.Json(json, "parameters"u8, Parameters);
        JsonWrite.Flag(json, "strict"u8, IsStrict);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
