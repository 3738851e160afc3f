using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Turns tools, the choice between them and the form of the answer into the service's.</summary>
internal static class ToolMapper
{
    private const string AnswerName = "answer";

    /// <summary>Adds the options' tools to those that the request has.</summary>
    /// <exception cref="NotSupportedException">A tool is no function.</exception>
    public static ImmutableArray<Chat.ChatTool> ToTools(ImmutableArray<Chat.ChatTool> own, IList<AITool>? tools, bool? isStrict) =>
        tools is not { Count: > 0 } ? own
            : own.IsDefaultOrEmpty ? [.. tools.Select(tool => ToTool(tool, isStrict))]
            : [.. own, .. tools.Select(tool => ToTool(tool, isStrict))];

    /// <summary>Returns which tool is called.</summary>
    public static Chat.ChatToolChoice? ToChoice(ChatToolMode? mode) => mode switch
    {
        null => null,
        AutoChatToolMode => Chat.ChatToolChoice.Auto,
        NoneChatToolMode => Chat.ChatToolChoice.None,
        RequiredChatToolMode { RequiredFunctionName: { } name } => Chat.ChatToolChoice.Function(name),
        RequiredChatToolMode => Chat.ChatToolChoice.Required,
        _ => throw new NotSupportedException($"The service has no tool mode like {mode.GetType().Name}."),
    };

    /// <summary>Returns the form of the answer.</summary>
    public static Chat.ChatResponseFormat? ToFormat(ChatResponseFormat? format, bool? isStrict) => format switch
    {
        null => null,
        ChatResponseFormatText => Chat.ChatResponseFormat.Text,
        ChatResponseFormatJson json when StrictProperty.Of(json, isStrict) is { } schema =>
            Chat.ChatResponseFormat.JsonSchema(json.SchemaName ?? AnswerName, schema, isStrict, json.SchemaDescription),
        ChatResponseFormatJson => Chat.ChatResponseFormat.JsonObject,
        _ => throw new NotSupportedException($"The service has no response format like {format.GetType().Name}."),
    };

    private static Chat.ChatTool ToTool(AITool tool, bool? isStrict)
    {
        if (tool?.GetService(typeof(AIFunctionDeclaration)) is not AIFunctionDeclaration function)
        {
            throw new NotSupportedException($"The service calls functions alone, and the tool '{tool?.Name}' is none. Give it as an AIFunctionDeclaration, or leave it out.");
        }

        var strict = StrictProperty.IsStrict(function.AdditionalProperties) ?? isStrict;
        return new(function.Name)
        {
            Description = function.Description is { Length: > 0 } description ? description : null,
            Parameters = ParametersOf(StrictProperty.Of(function, strict)),
            IsStrict = strict,
        };
    }

    // A function that says nothing about its arguments takes any, which a schema of the service says with an empty list of them.
    private static JsonElement? ParametersOf(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.True || (schema.ValueKind == JsonValueKind.Object && !schema.EnumerateObject().MoveNext()) ? null : schema;
}
