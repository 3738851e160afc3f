using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.ContentFilters;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Reads what the content filters said about the prompts.</summary>
internal static class PromptFilterResultReader
{
    /// <summary>Reads the value of <c>prompt_filter_results</c>, which old versions call <c>prompt_annotations</c>.</summary>
    public static ImmutableArray<PromptFilterResult> ReadAll(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (!JsonRead.EntersArray(ref reader))
        {
            return [];
        }

        var prompts = ImmutableArray.CreateBuilder<PromptFilterResult>(1);
        while (JsonRead.NextObject(ref reader))
        {
            var index = prompts.Count;
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

            if (filter is not null)
            {
                prompts.Add(new(index, new ContentFilterResults(filter)));
            }
        }

        return prompts.DrainToImmutable();
    }
}
