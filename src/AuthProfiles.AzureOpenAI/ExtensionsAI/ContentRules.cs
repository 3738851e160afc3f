using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Knows which contents of a message are not sent, and refuses those that can't be.</summary>
internal static class ContentRules
{
    public const string RefusalCode = "Refusal";

    /// <summary>Says whether a content is about an answer instead of a part of it: the model is not told.</summary>
    public static bool IsLeftOut(AIContent content) =>
        content is TextReasoningContent or UsageContent or ErrorContent { ErrorCode: not RefusalCode };

    /// <summary>Says that the service has no place for a content. To leave it out would change the conversation, and nobody would see.</summary>
    public static NotSupportedException Refused(AIContent? content, ChatRole role) =>
        new($"The service takes no {content?.GetType().Name ?? "null"} in a message of the role '{role}'. Leave it out, or say it as text.");
}
