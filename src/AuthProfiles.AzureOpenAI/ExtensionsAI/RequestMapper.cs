using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Turns messages and options into a request.</summary>
internal static class RequestMapper
{
    // Sets nothing.
    private static readonly Chat.ChatRequest Plain = new("x");

    /// <summary>Makes the request of a call.</summary>
    /// <param name="client">Who asks, for the caller's own factory of requests.</param>
    /// <param name="messages">The conversation.</param>
    /// <param name="options">How to go on with it, or null.</param>
    /// <param name="deployment">The deployment where nobody else names one.</param>
    /// <param name="isStream">Whether the answer is a stream, which is asked for its usage.</param>
    /// <exception cref="NotSupportedException">The service can't do what is asked.</exception>
    public static Chat.ChatRequest ToRequest(IChatClient client, IEnumerable<ChatMessage> messages, ChatOptions? options, string? deployment, bool isStream)
    {
        var mapped = MessageMapper.ToMessages(messages, options?.Instructions);
        if (options is null)
        {
            return new(mapped) { Deployment = deployment, IncludeUsage = isStream };
        }

        RefuseWhatCannotBe(options);
        var raw = options.RawRepresentationFactory?.Invoke(client) as Chat.ChatRequest;
        var request = raw ?? Plain;
        var bag = AdditionalPropertyBag.Merge(request.AdditionalProperties, options.AdditionalProperties, StrictProperty.Key);
        var isStrict = StrictProperty.IsStrict(options.AdditionalProperties);
        var tools = ToolMapper.ToTools(request.Tools, options.Tools, isStrict);
        request = request with
        {
            Messages = mapped,
            Deployment = request.Deployment ?? options.ModelId ?? deployment,
            Temperature = request.Temperature ?? Exact(options.Temperature),
            TopP = request.TopP ?? Exact(options.TopP),
            MaxCompletionTokens = request.MaxCompletionTokens ?? (request.MaxTokens is null ? options.MaxOutputTokens : null),
            FrequencyPenalty = request.FrequencyPenalty ?? Exact(options.FrequencyPenalty),
            PresencePenalty = request.PresencePenalty ?? Exact(options.PresencePenalty),
            Seed = request.Seed ?? options.Seed,
            Stop = request.Stop.IsDefaultOrEmpty ? options.StopSequences?.ToImmutableArray() ?? [] : request.Stop,
            ResponseFormat = request.ResponseFormat ?? ToolMapper.ToFormat(options.ResponseFormat, isStrict),
            ReasoningEffort = request.ReasoningEffort ?? EffortOf(options.Reasoning?.Effort),
            Tools = tools,
            ToolChoice = request.ToolChoice ?? (tools.IsDefaultOrEmpty ? null : ToolMapper.ToChoice(options.ToolMode)),
            AllowParallelToolCalls = request.AllowParallelToolCalls ?? (tools.IsDefaultOrEmpty ? null : options.AllowMultipleToolCalls),
            IncludeUsage = raw?.IncludeUsage ?? (isStream && !bag.ContainsKey("stream_options")),
            AdditionalProperties = bag,
        };
        RefuseSeveralAnswers(request);
        return request;
    }

    // Each of these asks for another answer than the service would give, and nobody could tell from the answer.
    private static void RefuseWhatCannotBe(ChatOptions options)
    {
        if (options.ConversationId is not null)
        {
            throw new NotSupportedException("ConversationId names a conversation that the service keeps, and this one keeps none: send all messages, without it.");
        }

        if (options.ContinuationToken is not null)
        {
            throw new NotSupportedException("ContinuationToken goes on with an answer that is made in the background, and the service makes none there.");
        }

        if (options.TopK is not null)
        {
            throw new NotSupportedException("The service has no TopK: leave it out, or set TopP.");
        }
    }

    // The messages of one response are all part of the conversation, and alternatives are not.
    private static void RefuseSeveralAnswers(Chat.ChatRequest request)
    {
        var isAdded = request.AdditionalProperties.TryGetValue("n", out var added);
        if (request.ChoiceCount > 1 || (isAdded && !(added.ValueKind == JsonValueKind.Number && added.TryGetInt32(out var count) && count == 1)))
        {
            throw new NotSupportedException("A chat response has one answer: for several at once, ask the AzureOpenAIClient, which GetService returns.");
        }
    }

    private static string? EffortOf(ReasoningEffort? effort) => effort switch
    {
        null => null,
        ReasoningEffort.None => "none",
        ReasoningEffort.Low => "low",
        ReasoningEffort.Medium => "medium",
        ReasoningEffort.High => "high",
        ReasoningEffort.ExtraHigh => "xhigh",
        _ => throw new NotSupportedException($"The service has no word for the reasoning effort {effort}."),
    };

    // The number that the caller wrote: 0.7, where a plain conversion gives 0.699999988079071.
    private static double? Exact(float? value)
    {
        if (value is not { } number)
        {
            return null;
        }

        Span<char> text = stackalloc char[32];
        return number.TryFormat(text, out var length, default, CultureInfo.InvariantCulture)
            ? double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture)
            : number;
    }
}
