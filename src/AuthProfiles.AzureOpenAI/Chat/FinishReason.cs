namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Says why the model stopped. The set is open.</summary>
/// <param name="Value">The service's word, or null where it sent none.</param>
public readonly record struct FinishReason(string? Value)
{
    /// <summary>Gets the reason of an answer that is complete.</summary>
    public static FinishReason Stop => new("stop");

    /// <summary>Gets the reason of an answer that reached the most tokens allowed.</summary>
    public static FinishReason Length => new("length");

    /// <summary>Gets the reason of an answer that calls tools.</summary>
    public static FinishReason ToolCalls => new("tool_calls");

    /// <summary>Gets the reason of an answer that a content filter withheld or cut.</summary>
    public static FinishReason ContentFilter => new("content_filter");

    /// <summary>Gets the reason of an answer that calls a function in the older way.</summary>
    public static FinishReason FunctionCall => new("function_call");

    /// <summary>Returns the service's word.</summary>
    /// <returns>The word, or nothing.</returns>
    public override string ToString() => Value ?? string.Empty;
}
