using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.ContentFilters;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Reads the answer to a chat request.</summary>
internal static class ChatCompletionReader
{
    /// <summary>Reads an answer; null if the object is none, because it has no choices.</summary>
    /// <exception cref="JsonException">The text is no JSON object, or a known member has another type.</exception>
    /// <exception cref="InvalidOperationException">A text is no valid UTF-8.</exception>
    public static ChatCompletion? Read(ReadOnlySpan<byte> utf8, string? requestId)
    {
        utf8 = JsonRead.WithoutMark(utf8);
        var reader = new Utf8JsonReader(utf8);
        string? id = null, model = null, fingerprint = null;
        DateTimeOffset? created = null;
        ImmutableArray<ChatChoice> choices = default;
        ImmutableArray<PromptFilterResult> prompts = [];
        ChatUsage? usage = null;
        if (!JsonRead.EntersObject(ref reader))
        {
            return null;
        }

        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("choices"u8))
            {
                choices = ReadChoices(ref reader, utf8);
            }
            else if (reader.ValueTextEquals("created"u8))
            {
                created = UnixTime(JsonRead.Count(ref reader));
            }
            else if (reader.ValueTextEquals("model"u8))
            {
                model = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("usage"u8))
            {
                usage = ChatUsageReader.Read(ref reader, utf8);
            }
            else if (reader.ValueTextEquals("system_fingerprint"u8))
            {
                fingerprint = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("prompt_filter_results"u8) || reader.ValueTextEquals("prompt_annotations"u8))
            {
                prompts = ReadPrompts(ref reader, utf8);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        // Anything after the object is an error of the reader.
        reader.Read();
        return choices.IsDefault ? null : new ChatCompletion
        {
            Id = id ?? string.Empty,
            Model = model ?? string.Empty,
            CreatedAt = created,
            SystemFingerprint = fingerprint,
            Choices = choices,
            PromptFilterResults = prompts,
            Usage = usage,
            RequestId = requestId,
        };
    }

    private static ImmutableArray<ChatChoice> ReadChoices(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (!JsonRead.EntersArray(ref reader))
        {
            return default;
        }

        ImmutableArray<ChatChoice> choices = [];
        while (JsonRead.NextObject(ref reader))
        {
            choices = choices.Add(ReadChoice(ref reader, utf8, choices.Length));
        }

        return choices;
    }

    private static ChatChoice ReadChoice(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int position)
    {
        var index = position;
        FinishReason reason = default;
        ChatResponseMessage? message = null;
        byte[]? filter = null;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("message"u8))
            {
                message = ReadMessage(ref reader);
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
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return new()
        {
            Index = index,
            FinishReason = reason,
            Message = message ?? new ChatResponseMessage(),
            ContentFilter = filter is null ? null : new ContentFilterResults(filter),
        };
    }

    private static ChatResponseMessage? ReadMessage(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EntersObject(ref reader))
        {
            return null;
        }

        string? content = null, refusal = null;
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
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return new() { Content = content, Refusal = refusal };
    }

    internal static ImmutableArray<PromptFilterResult> ReadPrompts(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        ImmutableArray<PromptFilterResult> prompts = [];
        if (!JsonRead.EntersArray(ref reader))
        {
            return prompts;
        }

        while (JsonRead.NextObject(ref reader))
        {
            var index = prompts.Length;
            byte[]? filter = null;
            while (JsonRead.NextMember(ref reader))
            {
                if (reader.ValueTextEquals("prompt_index"u8))
                {
                    index = JsonRead.Index(ref reader);
                }
                else if (reader.ValueTextEquals("content_filter_results"u8))
                {
                    filter = JsonRead.RawObject(ref reader, utf8);
                }
                else
                {
                    JsonRead.SkipValue(ref reader);
                }
            }

            prompts = filter is null ? prompts : prompts.Add(new(index, new ContentFilterResults(filter)));
        }

        return prompts;
    }

    internal static DateTimeOffset? UnixTime(long seconds) =>
        seconds > 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
