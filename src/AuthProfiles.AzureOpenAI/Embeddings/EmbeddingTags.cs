using AuthProfiles.AzureOpenAI.Telemetry;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>Tells the observers of a call for vectors what was asked and answered, and never the texts.</summary>
internal static class EmbeddingTags
{
    public const string Operation = "embeddings";

    private static readonly string[] Encodings = ["base64"];

    public static void Ask(ObservedCall? call, EmbeddingRequest request)
    {
        call?.Tag(TagName.EncodingFormats, Encodings);
        call?.Tag(TagName.Dimensions, request.Dimensions);
    }

    public static void Answer(ObservedCall? call, EmbeddingPart part)
    {
        call?.AnsweredBy(part.Model ?? string.Empty);
        if (part.Usage is { } usage)
        {
            call?.Used(TagName.InputTokens, "input", usage.PromptTokens);
        }
    }
}
