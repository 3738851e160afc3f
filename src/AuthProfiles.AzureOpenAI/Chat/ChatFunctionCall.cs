using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>A call of a function in the way that was before tools. Old versions and models still answer so.</summary>
/// <remarks>Immutable and thread-safe. Its printed form holds the arguments.</remarks>
/// <param name="Name">The function's name.</param>
/// <param name="Arguments">The arguments as the model wrote them, which may be no JSON.</param>
public sealed record ChatFunctionCall(string Name, string Arguments)
{
    /// <inheritdoc cref="ChatToolCall.TryGetArguments"/>
    public bool TryGetArguments(out JsonElement arguments) => ToolArguments.TryParse(Arguments, out arguments);
}
