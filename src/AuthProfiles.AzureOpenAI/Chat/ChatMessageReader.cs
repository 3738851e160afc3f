using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Reads what a model said.</summary>
internal static class ChatMessageReader
{
    /// <summary>Reads the value of <c>message</c>.</summary>
    public static ChatResponseMessage? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (!JsonRead.EntersObject(ref reader))
        {
            return null;
        }

        string? content = null, refusal = null, reasoning = null;
        ImmutableArray<ChatToolCall> calls = [];
        ImmutableArray<ChatAnnotation> annotations = [];
        ChatFunctionCall? function = null;
        ChatAudio? audio = null;
        ChatMessageContext? context = null;
        UnknownMembers unknown = default;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("content"u8))
            {
                content = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("refusal"u8))
            {
                refusal = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("role"u8))
            {
                // Always the assistant.
                JsonRead.SkipValue(ref reader);
            }
            else if (reader.ValueTextEquals("tool_calls"u8))
            {
                calls = ChatToolCallReader.ReadAll(ref reader, utf8);
            }
            else if (reader.ValueTextEquals("annotations"u8))
            {
                annotations = ChatAnnotationReader.ReadAll(ref reader, utf8);
            }
            else if (reader.ValueTextEquals("function_call"u8))
            {
                function = ChatToolCallReader.ReadFunction(ref reader);
            }
            else if (reader.ValueTextEquals("audio"u8))
            {
                audio = ChatAudioReader.Read(ref reader);
            }
            else if (reader.ValueTextEquals("context"u8))
            {
                context = ChatMessageContextReader.Read(ref reader, utf8);
            }
            else if (reader.ValueTextEquals("reasoning_content"u8))
            {
                reasoning = JsonRead.Text(ref reader);
            }
            else
            {
                unknown.Keep(ref reader, utf8);
            }
        }

        return new()
        {
            Content = content,
            Refusal = refusal,
            ToolCalls = calls,
            FunctionCall = function,
            Audio = audio,
            Annotations = annotations,
            Context = context,
            ReasoningContent = reasoning,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
