using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Reads the answer to a chat request.</summary>
internal static class ChatCompletionReader
{
    /// <summary>Reads an answer; null if the object is none, because it has no choices.</summary>
    /// <exception cref="JsonException">The text is no JSON object, or a known member has another type.</exception>
    /// <exception cref="InvalidOperationException">A text is no valid UTF-8.</exception>
    public static ChatCompletion? Read(ReadOnlySpan<byte> utf8, string? requestId, string? clientRequestId = null)
    {
        utf8 = JsonRead.WithoutMark(utf8);
        var reader = new Utf8JsonReader(utf8);
        string? id = null, model = null, fingerprint = null;
        DateTimeOffset? created = null;
        ImmutableArray<ChatChoice> choices = default;
        ImmutableArray<PromptFilterResult> prompts = [];
        ChatUsage? usage = null;
        UnknownMembers unknown = default;
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
                choices = ChatChoiceReader.ReadAll(ref reader, utf8);
            }
            else if (reader.ValueTextEquals("created"u8))
            {
                created = JsonRead.UnixTime(ref reader);
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
                prompts = PromptFilterResultReader.ReadAll(ref reader, utf8);
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                // Always a completion.
                JsonRead.SkipValue(ref reader);
            }
            else
            {
                unknown.Keep(ref reader, utf8);
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
            ClientRequestId = clientRequestId,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
