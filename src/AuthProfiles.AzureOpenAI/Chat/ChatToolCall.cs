using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>A call of a tool that the model asks for. The application makes the call, and answers with <see cref="ChatMessage.Tool(ChatToolCall, string)"/>.</summary>
/// <remarks>Immutable and thread-safe. Its printed form holds the arguments.</remarks>
public sealed record ChatToolCall
{
    /// <summary>Gets the service's id of the call, which the answer repeats.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>Gets the kind of tool. The set is open.</summary>
    /// <value>The default is <c>function</c>.</value>
    public string Type { get; init; } = "function";

    /// <summary>Gets the function's name; empty for another kind of tool.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Gets the arguments as the model wrote them: a model may write what is no JSON, or what the function's schema does not allow.</summary>
    public string Arguments { get; init; } = string.Empty;

    /// <summary>Gets the call's members that have no property here, such as those of another kind of tool.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Parses the arguments.</summary>
    /// <param name="arguments">The arguments, a JSON object. No text at all counts as one without members.</param>
    /// <returns>Whether the model wrote a JSON object. The schema is not looked at.</returns>
    public bool TryGetArguments(out JsonElement arguments) => ToolArguments.TryParse(Arguments, out arguments);
}
