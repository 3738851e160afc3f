using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Reads why a model stopped.</summary>
internal static class FinishReasonReader
{
    /// <summary>Reads the value of <c>finish_reason</c>. The known words are constants, so that they cost no string.</summary>
    public static FinishReason Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.String when reader.ValueTextEquals("stop"u8) => FinishReason.Stop,
            JsonTokenType.String when reader.ValueTextEquals("tool_calls"u8) => FinishReason.ToolCalls,
            JsonTokenType.String when reader.ValueTextEquals("length"u8) => FinishReason.Length,
            JsonTokenType.String when reader.ValueTextEquals("content_filter"u8) => FinishReason.ContentFilter,
            JsonTokenType.String when reader.ValueTextEquals("function_call"u8) => FinishReason.FunctionCall,
            JsonTokenType.String => new(reader.GetString()),
            _ => throw new JsonException("A finish reason is no text."),
        };
    }
}
