namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Knows which members of the body a chat request writes itself.</summary>
internal static class ChatRequestMembers
{
    // A streamed answer is another operation, and the deployment has a property.
    public static bool IsTaken(ChatRequest request, string name) => name switch
    {
        "messages" or "model" or "stream" => true,
        "temperature" => request.Temperature is not null,
        "top_p" => request.TopP is not null,
        "max_completion_tokens" => request.MaxCompletionTokens is not null,
        "max_tokens" => request.MaxTokens is not null,
        "stop" => !request.Stop.IsDefaultOrEmpty,
        "frequency_penalty" => request.FrequencyPenalty is not null,
        "presence_penalty" => request.PresencePenalty is not null,
        "seed" => request.Seed is not null,
        "n" => request.ChoiceCount is not null,
        "logprobs" => request.IncludeLogProbabilities is not null,
        "top_logprobs" => request.TopLogProbabilityCount is not null,
        "logit_bias" => request.LogitBias.Count > 0,
        _ => IsTakenByForm(request, name),
    };

    private static bool IsTakenByForm(ChatRequest request, string name) => name switch
    {
        "tools" => !request.Tools.IsDefaultOrEmpty,
        "tool_choice" => request.ToolChoice is not null,
        "parallel_tool_calls" => request.AllowParallelToolCalls is not null,
        "stream_options" => request.IncludeUsage,
        "response_format" => request.ResponseFormat is not null,
        "reasoning_effort" => request.ReasoningEffort is not null,
        "modalities" => !request.Modalities.IsDefaultOrEmpty,
        "audio" => request.Audio is not null,
        "prediction" => request.Prediction is not null,
        "user" => request.User is not null,
        "store" => request.Store is not null,
        "metadata" => request.Metadata.Count > 0,
        "data_sources" => !request.DataSources.IsDefaultOrEmpty,
        "user_security_context" => request.UserSecurityContext is not null,
        _ => false,
    };
}
