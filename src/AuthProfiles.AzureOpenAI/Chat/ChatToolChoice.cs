using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Says whether the model calls tools.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ChatToolChoice
{
    private readonly string _mode;

    private ChatToolChoice(string mode, string? name = null)
    {
        _mode = mode;
        FunctionName = name;
    }

    /// <summary>Gets the choice of no call at all.</summary>
    public static ChatToolChoice None { get; } = new("none");

    /// <summary>Gets the choice that is the model's.</summary>
    public static ChatToolChoice Auto { get; } = new("auto");

    /// <summary>Gets the choice of at least one call.</summary>
    public static ChatToolChoice Required { get; } = new("required");

    /// <summary>Gets the function that has to be called, or null.</summary>
    public string? FunctionName { get; }

    /// <summary>Makes the choice of one function.</summary>
    /// <param name="name">The function's name, one of the request's tools.</param>
    /// <returns>The choice.</returns>
    public static ChatToolChoice Function(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new("function", name);
    }

    /// <summary>Returns the service's word, or the function's name.</summary>
    /// <returns>The word.</returns>
    public override string ToString() => FunctionName ?? _mode;

    internal void Write(Utf8JsonWriter json)
    {
        if (FunctionName is null)
        {
            json.WriteStringValue(_mode);
            return;
        }

        json.WriteStartObject();
        json.WriteString("type"u8, "function"u8);
        json.WriteStartObject("function"u8);
        json.WriteString("name"u8, FunctionName);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
