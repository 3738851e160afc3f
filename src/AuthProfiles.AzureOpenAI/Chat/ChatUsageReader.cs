using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Reads the tokens that a completion used.</summary>
internal static class ChatUsageReader
{
    /// <summary>Reads the value of <c>usage</c>.</summary>
    public static ChatUsage? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (!JsonRead.EntersObject(ref reader))
        {
            return null;
        }

        long prompt = 0, completion = 0, total = 0;
        (long Cached, long Audio) ofPrompt = default;
        (long Reasoning, long Audio, long Accepted, long Rejected) ofCompletion = default;
        UnknownMembers unknown = default;
        while (JsonRead.NextMember(ref reader))
        {
            var start = (int)reader.TokenStartIndex;
            var areAllKnown = true;
            if (reader.ValueTextEquals("prompt_tokens"u8))
            {
                prompt = JsonRead.Count(ref reader);
            }
            else if (reader.ValueTextEquals("completion_tokens"u8))
            {
                completion = JsonRead.Count(ref reader);
            }
            else if (reader.ValueTextEquals("total_tokens"u8))
            {
                total = JsonRead.Count(ref reader);
            }
            else if (reader.ValueTextEquals("prompt_tokens_details"u8))
            {
                ofPrompt = ReadPromptDetails(ref reader, ref areAllKnown);
            }
            else if (reader.ValueTextEquals("completion_tokens_details"u8))
            {
                ofCompletion = ReadCompletionDetails(ref reader, ref areAllKnown);
            }
            else
            {
                areAllKnown = false;
                JsonRead.SkipValue(ref reader);
            }

            if (!areAllKnown)
            {
                unknown.Keep(utf8[start..(int)reader.BytesConsumed]);
            }
        }

        return new()
        {
            PromptTokens = prompt,
            CompletionTokens = completion,
            TotalTokens = total,
            CachedPromptTokens = ofPrompt.Cached,
            AudioPromptTokens = ofPrompt.Audio,
            ReasoningTokens = ofCompletion.Reasoning,
            AudioCompletionTokens = ofCompletion.Audio,
            AcceptedPredictionTokens = ofCompletion.Accepted,
            RejectedPredictionTokens = ofCompletion.Rejected,
            AdditionalProperties = unknown.ToMembers(),
        };
    }

    private static (long Cached, long Audio) ReadPromptDetails(ref Utf8JsonReader reader, ref bool areAllKnown)
    {
        (long Cached, long Audio) details = default;
        if (!JsonRead.EntersObject(ref reader))
        {
            return details;
        }

        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("cached_tokens"u8))
            {
                details.Cached = JsonRead.Count(ref reader);
            }
            else if (reader.ValueTextEquals("audio_tokens"u8))
            {
                details.Audio = JsonRead.Count(ref reader);
            }
            else
            {
                areAllKnown = false;
                JsonRead.SkipValue(ref reader);
            }
        }

        return details;
    }

    private static (long Reasoning, long Audio, long Accepted, long Rejected) ReadCompletionDetails(ref Utf8JsonReader reader, ref bool areAllKnown)
    {
        (long Reasoning, long Audio, long Accepted, long Rejected) details = default;
        if (!JsonRead.EntersObject(ref reader))
        {
            return details;
        }

        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("reasoning_tokens"u8))
            {
                details.Reasoning = JsonRead.Count(ref reader);
            }
            else if (reader.ValueTextEquals("audio_tokens"u8))
            {
                details.Audio = JsonRead.Count(ref reader);
            }
            else if (reader.ValueTextEquals("accepted_prediction_tokens"u8))
            {
                details.Accepted = JsonRead.Count(ref reader);
            }
            else if (reader.ValueTextEquals("rejected_prediction_tokens"u8))
            {
                details.Rejected = JsonRead.Count(ref reader);
            }
            else
            {
                areAllKnown = false;
                JsonRead.SkipValue(ref reader);
            }
        }

        return details;
    }
}
