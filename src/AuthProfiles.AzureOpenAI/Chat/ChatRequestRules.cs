namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Refuses requests that contradict themselves, and numbers that JSON does not have. Ranges are the service's to check: they differ by model.</summary>
internal static class ChatRequestRules
{
    /// <summary>Looks at a request before it is written.</summary>
    /// <exception cref="ArgumentException">The request contradicts itself, or a number is none.</exception>
    public static void Check(ChatRequest request)
    {
        if (request.MaxTokens is not null && request.MaxCompletionTokens is not null)
        {
            throw Contradiction(request, "MaxTokens and MaxCompletionTokens exclude each other: set the one that the model knows.");
        }

        if (request.TopLogProbabilityCount is not null && request.IncludeLogProbabilities is not true && !IsAdded(request, "logprobs"))
        {
            throw Contradiction(request, "TopLogProbabilityCount needs IncludeLogProbabilities.");
        }

        CheckNumber(request, request.Temperature, nameof(request.Temperature));
        CheckNumber(request, request.TopP, nameof(request.TopP));
        CheckNumber(request, request.FrequencyPenalty, nameof(request.FrequencyPenalty));
        CheckNumber(request, request.PresencePenalty, nameof(request.PresencePenalty));
        CheckTools(request);
        CheckAudio(request);
    }

    private static void CheckNumber(ChatRequest request, double? value, string property)
    {
        if (value is { } number && !double.IsFinite(number))
        {
            throw Contradiction(request, $"{property} is infinite or not a number.");
        }
    }

    private static void CheckTools(ChatRequest request)
    {
        // The caller may have written tools that have no property.
        if (IsAdded(request, "tools"))
        {
            return;
        }

        if (request.Tools.IsDefaultOrEmpty && (request.ToolChoice is not null || request.AllowParallelToolCalls is not null))
        {
            throw Contradiction(request, "ToolChoice and AllowParallelToolCalls need Tools.");
        }

        if (request.ToolChoice?.FunctionName is { } name && !request.Tools.Any(tool => string.Equals(tool.Name, name, StringComparison.Ordinal)))
        {
            throw Contradiction(request, $"ToolChoice names the function '{name}', which is none of Tools.");
        }
    }

    private static void CheckAudio(ChatRequest request)
    {
        var isSpoken = !request.Modalities.IsDefault && request.Modalities.Contains("audio", StringComparer.Ordinal);
        if (isSpoken && request.Audio is null && !IsAdded(request, "audio"))
        {
            throw Contradiction(request, "The modality audio needs Audio.");
        }

        if (!isSpoken && request.Audio is not null && !IsAdded(request, "modalities"))
        {
            throw Contradiction(request, "Audio needs the modality audio.");
        }
    }

    private static bool IsAdded(ChatRequest request, string name) => request.AdditionalProperties.ContainsKey(name);

    private static ArgumentException Contradiction(ChatRequest request, string sentence) => new(sentence, nameof(request));
}
