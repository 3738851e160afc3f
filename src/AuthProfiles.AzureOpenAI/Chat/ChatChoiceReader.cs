using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.ContentFilters;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Reads the answers within a completion.</summary>
internal static class ChatChoiceReader
{
    /// <summary>Reads the value of <c>choices</c>, ordered by their index; the default if it is null.</summary>
    public static ImmutableArray<ChatChoice> ReadAll(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (!JsonRead.EntersArray(ref reader))
        {
            return default;
        }

        if (!JsonRead.NextObject(ref reader))
        {
            return [];
        }

        // Most completions have one answer.
        var first = Read(ref reader, utf8, 0);
        if (!JsonRead.NextObject(ref reader))
        {
            return [first];
        }

        var choices = ImmutableArray.CreateBuilder<ChatChoice>();
        choices.Add(first);
        var isSorted = true;
        do
        {
            choices.Add(Read(ref reader, utf8, choices.Count));
            isSorted &= choices[^2].Index <= choices[^1].Index;
        }
        while (JsonRead.NextObject(ref reader));

        return isSorted ? choices.DrainToImmutable() : [.. choices.OrderBy(static choice => choice.Index)];
    }

    private static ChatChoice Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int position)
    {
        var index = position;
        FinishReason reason = default;
        ChatResponseMessage? message = null;
        ChatLogProbabilities? probabilities = null;
        byte[]? filter = null;
        UnknownMembers unknown = default;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("message"u8))
            {
                message = ChatMessageReader.Read(ref reader, utf8);
            }
            else if (reader.ValueTextEquals("finish_reason"u8))
            {
                reason = FinishReasonReader.Read(ref reader);
            }
            else if (reader.ValueTextEquals("index"u8))
            {
                index = JsonRead.Index(ref reader);
            }
            else if (reader.ValueTextEquals("content_filter_results"u8))
            {
                filter = JsonRead.RawObject(ref reader, utf8);
            }
            else if (reader.ValueTextEquals("logprobs"u8))
            {
                probabilities = ChatLogProbabilitiesReader.Read(ref reader);
            }
            else
            {
                unknown.Keep(ref reader, utf8);
            }
        }

        return new()
        {
            Index = index,
            FinishReason = reason,
            Message = message ?? new ChatResponseMessage(),
            ContentFilter = filter is null ? null : new ContentFilterResults(filter),
            LogProbabilities = probabilities,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
