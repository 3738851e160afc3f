using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Turns a completion into a response. Of several answers it has the first, as the completion's own properties do.</summary>
internal static class ResponseMapper
{
    /// <summary>Makes the response to a request.</summary>
    public static ChatResponse ToResponse(Chat.ChatCompletion completion, Chat.ChatRequest request)
    {
        var id = NullIfEmpty(completion.Id);
        var choice = completion.Choices.IsDefaultOrEmpty ? null : completion.Choices[0];
        var message = new ChatMessage(ChatRole.Assistant, choice is null ? [] : ContentsOf(choice.Message, request.Audio?.Format))
        {
            MessageId = id,
            CreatedAt = completion.CreatedAt,
            RawRepresentation = completion,
        };
        return new(message)
        {
            ResponseId = id,
            ModelId = NullIfEmpty(completion.Model),
            CreatedAt = completion.CreatedAt,
            FinishReason = ReasonOf(choice?.FinishReason ?? default),
            Usage = UsageMapper.ToDetails(completion.Usage),
            RawRepresentation = completion,
            AdditionalProperties = AdditionalPropertyBag.Of(completion.AdditionalProperties),
        };
    }

    public static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>Returns why the model stopped; null until it has.</summary>
    public static ChatFinishReason? ReasonOf(Chat.FinishReason reason) => reason.Value switch
    {
        null => null,
        "stop" => ChatFinishReason.Stop,
        "length" => ChatFinishReason.Length,
        "tool_calls" => ChatFinishReason.ToolCalls,
        "content_filter" => ChatFinishReason.ContentFilter,
        "" => null,
        var other => new ChatFinishReason(other),
    };

    public static ErrorContent Refusal(string text) => new(text) { ErrorCode = ContentRules.RefusalCode };

    private static List<AIContent> ContentsOf(Chat.ChatResponseMessage message, string? audioFormat)
    {
        var contents = new List<AIContent>(1);
        if (!string.IsNullOrEmpty(message.ReasoningContent))
        {
            contents.Add(new TextReasoningContent(message.ReasoningContent));
        }

        if (message.Content is { } text)
        {
            contents.Add(new TextContent(text) { Annotations = CitationMapper.ToAnnotations(message.Annotations, message.Context) });
        }

        if (message.Audio is { } audio)
        {
            contents.Add(new DataContent(audio.Bytes, ContentPartMapper.MediaTypeOf(audioFormat)) { RawRepresentation = audio });
        }

        if (message.Refusal is { } refusal)
        {
            contents.Add(Refusal(refusal));
        }

        // A call of another kind of tool is one that the caller asked for by other means.
        foreach (var call in message.ToolCalls.IsDefault ? [] : message.ToolCalls)
        {
            if (call.Name.Length > 0)
            {
                contents.Add(FunctionMapper.ToContent(call));
            }
        }

        return contents;
    }
}
