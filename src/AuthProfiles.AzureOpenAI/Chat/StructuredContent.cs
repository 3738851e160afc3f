using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AuthProfiles.AzureOpenAI.Errors;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Reads answers that have the form of a C# type. The exceptions never hold what the model wrote.</summary>
internal static class StructuredContent
{
    public static T Read<T>(ChatChoice choice, JsonTypeInfo<T> type)
    {
        if (choice.Message.Refusal is not null)
        {
            throw new AzureOpenAIException(AzureOpenAIErrorKind.Refused, "The model refused to answer; Refusal of the message has its words.");
        }

        if (choice.FinishReason == FinishReason.ContentFilter)
        {
            throw new AzureOpenAIException(AzureOpenAIErrorKind.ContentFiltered, "The content filters withheld the answer or a part of it.") { ContentFilter = choice.ContentFilter };
        }

        if (choice.Message.Content is not { } content)
        {
            throw Unreadable(choice, "there is none");
        }

        try
        {
            return JsonSerializer.Deserialize(content, type) ?? throw Unreadable(choice, "it is null");
        }
        catch (JsonException exception)
        {
            // Without the cause: its path may hold what the model wrote.
            throw Unreadable(choice, string.Create(CultureInfo.InvariantCulture, $"it breaks off or differs at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}"));
        }
    }

    private static AzureOpenAIException Unreadable(ChatChoice choice, string why)
    {
        var cure = choice.FinishReason == FinishReason.Length ? " The answer reached its most tokens: raise MaxCompletionTokens." : null;
        return new(AzureOpenAIErrorKind.UnreadableContent, $"The answer's text is not of the type that was asked for: {why}. The model stopped with '{ServerText.Show(choice.FinishReason.ToString(), 80)}'.{cure}");
    }
}
