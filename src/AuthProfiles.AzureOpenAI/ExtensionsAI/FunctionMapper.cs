using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Turns calls of functions and their results into contents of messages and back.</summary>
internal static class FunctionMapper
{
    /// <summary>Makes the content of a call. Arguments that are no JSON object are an exception on it; its raw representation has them as the model wrote them.</summary>
    public static FunctionCallContent ToContent(Chat.ChatToolCall call)
    {
        var arguments = Parse(call);
        return new(call.Id, call.Name, arguments)
        {
            RawRepresentation = call,
            Exception = arguments is not null ? null : new AzureOpenAIException(
                AzureOpenAIErrorKind.UnreadableContent, "The model wrote arguments for a function that are no JSON object. RawRepresentation of the content has them as they came."),
        };
    }

    /// <summary>Makes the call that an earlier answer asked for.</summary>
    public static Chat.ChatToolCall ToCall(FunctionCallContent content) => new()
    {
        Id = content.CallId,
        Name = content.Name,
        Arguments = content.Arguments is { } arguments ? CompactJson.Of(arguments, typeof(IDictionary<string, object?>))
            : content.RawRepresentation is Chat.ChatToolCall raw ? raw.Arguments
            : "{}",
    };

    /// <summary>Returns a result as the text that the service wants.</summary>
    /// <exception cref="NotSupportedException">The result's type has no JSON form that is known without reflection.</exception>
    public static string ToText(FunctionResultContent content) => content.Result switch
    {
        string text => text,
        TextContent text => text.Text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,

        // What went wrong may be nobody else's business: whoever called the function decides what the model reads of it.
        null => content.Exception is null ? string.Empty : "Error: the function failed.",
        var result => CompactJson.Of(result, typeof(object)),
    };

    private static Dictionary<string, object?>? Parse(Chat.ChatToolCall call)
    {
        if (!call.TryGetArguments(out var json))
        {
            return null;
        }

        try
        {
            var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var argument in json.EnumerateObject())
            {
                arguments[argument.Name] = argument.Value;
            }

            return arguments;
        }
        catch (InvalidOperationException)
        {
            // A name with half of a surrogate pair.
            return null;
        }
    }
}
