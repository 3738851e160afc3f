using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>Reads the usage of an embedding answer.</summary>
internal static class EmbeddingUsageReader
{
    /// <summary>Reads a member's value; null for null.</summary>
    public static EmbeddingUsage? Read(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EntersObject(ref reader))
        {
            return null;
        }

        long prompt = 0, total = 0;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("prompt_tokens"u8))
            {
                prompt = JsonRead.Count(ref reader);
            }
            else if (reader.ValueTextEquals("total_tokens"u8))
            {
                total = JsonRead.Count(ref reader);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return new() { PromptTokens = prompt, TotalTokens = total };
    }
}
