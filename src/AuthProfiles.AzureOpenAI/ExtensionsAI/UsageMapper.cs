using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Turns the tokens used into the details that programs written to Microsoft.Extensions.AI count.</summary>
internal static class UsageMapper
{
    public static UsageDetails? ToDetails(Chat.ChatUsage? usage) => usage is null ? null : new()
    {
        InputTokenCount = usage.PromptTokens,
        OutputTokenCount = usage.CompletionTokens,
        TotalTokenCount = usage.TotalTokens,
        CachedInputTokenCount = usage.CachedPromptTokens,
        ReasoningTokenCount = usage.ReasoningTokens,
        AdditionalCounts = RestOf(usage),
    };

    // The names that the official adapter gives them. The properties for audio are not yet stable.
    private static AdditionalPropertiesDictionary<long>? RestOf(Chat.ChatUsage usage)
    {
        AdditionalPropertiesDictionary<long>? rest = null;
        Add("InputTokenDetails.AudioTokenCount", usage.AudioPromptTokens);
        Add("OutputTokenDetails.AudioTokenCount", usage.AudioCompletionTokens);
        Add("OutputTokenDetails.AcceptedPredictionTokenCount", usage.AcceptedPredictionTokens);
        Add("OutputTokenDetails.RejectedPredictionTokenCount", usage.RejectedPredictionTokens);
        if (usage.AdditionalProperties.Count > 0)
        {
            foreach (var (name, value) in usage.AdditionalProperties)
            {
                Add(name, value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) ? count : 0);
            }
        }

        return rest;

        void Add(string name, long count)
        {
            if (count != 0)
            {
                (rest ??= [])[name] = count;
            }
        }
    }
}
