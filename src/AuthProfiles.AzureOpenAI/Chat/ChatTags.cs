using System.Text.Json;
using AuthProfiles.AzureOpenAI.Telemetry;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Tells the observers of a chat what was asked and answered. What was said is told by opt-in alone.</summary>
internal static class ChatTags
{
    public const string Operation = "chat";

    /// <summary>Tells what is asked for.</summary>
    public static void Ask(ObservedCall? call, ChatRequest request)
    {
        if (call is not { HasSpan: true })
        {
            return;
        }

        call.Tag(TagName.ApiType, "chat_completions");
        call.Tag(TagName.MaxTokens, request.MaxCompletionTokens ?? request.MaxTokens);
        call.Tag(TagName.Temperature, request.Temperature);
        call.Tag(TagName.TopP, request.TopP);
        call.Tag(TagName.FrequencyPenalty, request.FrequencyPenalty);
        call.Tag(TagName.PresencePenalty, request.PresencePenalty);
        call.Tag(TagName.Seed, request.Seed);
        call.Tag(TagName.Stop, request.Stop.IsDefaultOrEmpty ? null : request.Stop.ToArray());
        call.Tag(TagName.ChoiceCount, request.ChoiceCount is 1 ? null : request.ChoiceCount);
        call.Tag(TagName.OutputType, OutputTypeOf(request));
        call.Tag(TagName.RequestTier, TierOf(request.AdditionalProperties) is var tier and not "auto" ? tier : null);
        if (call.CapturesContent)
        {
            call.Tag(TagName.InputMessages, ChatContent.Input(request));
        }
    }

    /// <summary>Tells the answer, or as much of it as has come.</summary>
    public static void Answer(ObservedCall? call, ChatCompletion completion)
    {
        if (call is null)
        {
            return;
        }

        call.AnsweredBy(completion.Model);
        Use(call, completion.Usage);
        if (call.HasSpan)
        {
            Describe(call, completion);
        }
    }

    private static void Describe(ObservedCall call, ChatCompletion completion)
    {
        call.Tag(TagName.ResponseId, completion.Id);
        call.Tag(TagName.Fingerprint, completion.SystemFingerprint);
        call.Tag(TagName.ResponseTier, TierOf(completion.AdditionalProperties));
        var reasons = completion.Choices.Select(static choice => choice.FinishReason.Value).OfType<string>().ToArray();
        call.Tag(TagName.FinishReasons, reasons.Length > 0 ? reasons : null);
        if (call.CapturesContent && !completion.Choices.IsEmpty)
        {
            call.Tag(TagName.OutputMessages, ChatContent.Output(completion));
        }
    }

    private static void Use(ObservedCall call, ChatUsage? usage)
    {
        if (usage is null)
        {
            return;
        }

        call.Used(TagName.InputTokens, "input", usage.PromptTokens);
        call.Used(TagName.OutputTokens, "output", usage.CompletionTokens);
        call.Tag(TagName.CachedInputTokens, usage.CachedPromptTokens > 0 ? usage.CachedPromptTokens : null);
        call.Tag(TagName.ReasoningTokens, usage.ReasoningTokens > 0 ? usage.ReasoningTokens : null);
    }

    private static string? OutputTypeOf(ChatRequest request) => request switch
    {
        { Audio: not null } => "speech",
        { ResponseFormat: PlainResponseFormat { Type: "text" } } => "text",
        { ResponseFormat: not null } => "json",
        _ => null,
    };

    private static string? TierOf(IReadOnlyDictionary<string, JsonElement> members) =>
        members.TryGetValue("service_tier", out var tier) && tier.ValueKind == JsonValueKind.String ? tier.GetString() : null;
}
