using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Turns an earlier answer of the model into a message, so that the conversation can go on.</summary>
internal static class AnswerMapper
{
    public static Chat.ChatMessage ToMessage(ChatMessage message)
    {
        if (message.Contents is [TextContent single])
        {
            return Chat.ChatMessage.Assistant(single.Text);
        }

        var calls = ImmutableArray.CreateBuilder<Chat.ChatToolCall>();
        Chat.ChatAudio? audio = null;
        string? refusal = null;
        bool isText = false, isMore = false;
        foreach (var content in message.Contents)
        {
            switch (content)
            {
                case TextContent:
                    isText = true;
                    break;
                case FunctionCallContent call:
                    calls.Add(FunctionMapper.ToCall(call));
                    isMore = true;
                    break;
                case ErrorContent { ErrorCode: ContentRules.RefusalCode } error:
                    refusal += error.Message;
                    isMore = true;
                    break;
                case { RawRepresentation: Chat.ChatAudio spoken }:
                    // The service has it still, and wants to hear its id, which stands in one piece of a stream alone.
                    audio = spoken.Id.Length > 0 ? spoken : audio;
                    isMore |= spoken.Id.Length > 0;
                    break;
                default:
                    if (!ContentRules.IsLeftOut(content))
                    {
                        throw ContentRules.Refused(content, message.Role);
                    }

                    break;
            }
        }

        return !isText && !isMore
            ? Chat.ChatMessage.Assistant(string.Empty)
            : Chat.ChatMessage.Assistant(new Chat.ChatResponseMessage { Content = isText ? message.Text : null, Refusal = refusal, ToolCalls = calls.DrainToImmutable(), Audio = audio });
    }
}
