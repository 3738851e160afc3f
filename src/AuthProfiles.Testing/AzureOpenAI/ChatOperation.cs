using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>Chat completions, whole.</summary>
internal sealed class ChatOperation : IAzureOperation
{
    private int _answered;

    public string Name => "chatCompletion";

    public AzureModelKind Kind => AzureModelKind.Chat;

    public LocalResponse Answer(AzureCall call, AzureDeployment deployment, JsonElement body)
    {
        if (!ChatRequest.TryRead(body, out var request, out var refusal))
        {
            return refusal;
        }

        var text = call.Answers.Next() ?? DefaultAnswer.To(request.Messages);
        var cut = request.MaxTokens is { } most && Tokens.Count(text) > most;
        if (cut)
        {
            text = Tokens.Cut(text, request.MaxTokens!.Value);
        }

        var promptTokens = request.Messages.Sum(message => 3 + Tokens.Count(message.Text));
        var answerTokens = Tokens.Count(text) * request.Choices;
        return LocalResponse.Json(HttpStatusCode.OK, new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"chatcmpl-local{Interlocked.Increment(ref _answered)}"),
            ["object"] = "chat.completion",
            ["created"] = call.Now.ToUnixTimeSeconds(),
            ["model"] = deployment.Model,
            ["system_fingerprint"] = "fp_local",
            ["prompt_filter_results"] = new JsonArray(new JsonObject { ["prompt_index"] = 0, ["content_filter_results"] = NothingFiltered() }),
            ["choices"] = new JsonArray([.. Enumerable.Range(0, request.Choices).Select(index => Choice(index, text, cut))]),
            ["usage"] = new JsonObject
            {
                ["prompt_tokens"] = promptTokens,
                ["completion_tokens"] = answerTokens,
                ["total_tokens"] = promptTokens + answerTokens,
                ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = 0, ["audio_tokens"] = 0 },
                ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = 0, ["audio_tokens"] = 0 },
            },
        }).With("x-ratelimit-remaining-requests", "99").With("x-ratelimit-remaining-tokens", "9900");
    }

    private static JsonObject Choice(int index, string text, bool cut) => new()
    {
        ["index"] = index,
        ["finish_reason"] = cut ? "length" : "stop",
        ["logprobs"] = null,
        ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text, ["refusal"] = null },
        ["content_filter_results"] = NothingFiltered(),
    };

    private static JsonObject NothingFiltered()
    {
        var results = new JsonObject();
        foreach (var category in (ReadOnlySpan<string>)["hate", "self_harm", "sexual", "violence"])
        {
            results[category] = new JsonObject { ["filtered"] = false, ["severity"] = "safe" };
        }

        return results;
    }
}
