using System.Globalization;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>A completion, as the service writes it whole and in chunks.</summary>
/// <param name="number">The number of the completion, which its ids are made of.</param>
/// <param name="created">When it was made.</param>
/// <param name="model">The model.</param>
/// <param name="request">What was asked.</param>
/// <param name="answer">What the model says.</param>
internal sealed class ChatCompletionAnswer(int number, DateTimeOffset created, string model, ChatRequest request, LocalAnswer answer)
{
    private readonly bool _cut = answer.Tool is null && request.MaxTokens is { } most && Tokens.Count(answer.Text) > most;

    private string Text => _cut ? Tokens.Cut(answer.Text, request.MaxTokens!.Value) : answer.Text;

    private string FinishReason => answer.Tool is not null ? "tool_calls" : _cut ? "length" : "stop";

    public JsonObject Whole() => new()
    {
        ["id"] = Id,
        ["object"] = "chat.completion",
        ["created"] = created.ToUnixTimeSeconds(),
        ["model"] = model,
        ["system_fingerprint"] = "fp_local",
        ["prompt_filter_results"] = PromptFilter(),
        ["choices"] = new JsonArray([.. Enumerable.Range(0, request.Choices).Select(Choice)]),
        ["usage"] = Usage(),
    };

    /// <summary>Returns the chunks of a stream: what the filters say about the prompt, the roles, the words, the ends, and the usage where it was asked for.</summary>
    public IEnumerable<JsonObject> Chunks()
    {
        yield return new()
        {
            ["choices"] = new JsonArray(),
            ["created"] = 0,
            ["id"] = string.Empty,
            ["model"] = string.Empty,
            ["object"] = string.Empty,
            ["prompt_filter_results"] = PromptFilter(),
        };
        foreach (var index in Enumerable.Range(0, request.Choices))
        {
            foreach (var delta in Deltas(index))
            {
                yield return Chunk(new JsonObject { ["index"] = index, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = null, ["content_filter_results"] = NothingFiltered() });
            }

            yield return Chunk(new JsonObject { ["index"] = index, ["delta"] = new JsonObject(), ["logprobs"] = null, ["finish_reason"] = FinishReason, ["content_filter_results"] = new JsonObject() });
        }

        if (request.IncludesUsage)
        {
            var last = Chunk();
            last["usage"] = Usage();
            yield return last;
        }
    }

    private string Id => string.Create(CultureInfo.InvariantCulture, $"chatcmpl-local{number}");

    private JsonObject Choice(int index) => new()
    {
        ["index"] = index,
        ["finish_reason"] = FinishReason,
        ["logprobs"] = null,
        ["message"] = answer.Tool is null
            ? new JsonObject { ["role"] = "assistant", ["content"] = Text, ["refusal"] = null }
            : new JsonObject { ["role"] = "assistant", ["content"] = null, ["refusal"] = null, ["tool_calls"] = new JsonArray(ToolCall(index, answer.Arguments)) },
        ["content_filter_results"] = NothingFiltered(),
    };

    private IEnumerable<JsonObject> Deltas(int index)
    {
        if (answer.Tool is null)
        {
            yield return new() { ["role"] = "assistant", ["content"] = string.Empty, ["refusal"] = null };
            foreach (var word in Words())
            {
                yield return new() { ["content"] = word };
            }

            yield break;
        }

        var call = ToolCall(index, string.Empty);
        call["index"] = 0;
        yield return new() { ["role"] = "assistant", ["content"] = null, ["tool_calls"] = new JsonArray(call) };
        foreach (var piece in Tokens.Pieces(answer.Arguments))
        {
            yield return new() { ["tool_calls"] = new JsonArray(new JsonObject { ["index"] = 0, ["function"] = new JsonObject { ["arguments"] = piece } }) };
        }
    }

    private IEnumerable<string> Words()
    {
        var text = Text;
        for (var start = 0; start < text.Length;)
        {
            var space = text.IndexOf(' ', start + 1);
            var end = space < 0 ? text.Length : space;
            yield return text[start..end];
            start = end;
        }
    }

    private JsonObject Chunk(params JsonNode[] choices) => new()
    {
        ["id"] = Id,
        ["object"] = "chat.completion.chunk",
        ["created"] = created.ToUnixTimeSeconds(),
        ["model"] = model,
        ["system_fingerprint"] = "fp_local",
        ["choices"] = new JsonArray(choices),
    };

    private JsonObject ToolCall(int index, string arguments) => new()
    {
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"call_local{number}_{index}"),
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = answer.Tool, ["arguments"] = arguments },
    };

    private JsonObject Usage()
    {
        var prompt = request.Messages.Sum(message => 3 + Tokens.Count(message.Text));
        var completion = Tokens.Count(answer.Tool is null ? Text : answer.Tool + answer.Arguments) * request.Choices;
        return new()
        {
            ["prompt_tokens"] = prompt,
            ["completion_tokens"] = completion,
            ["total_tokens"] = prompt + completion,
            ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = 0, ["audio_tokens"] = 0 },
            ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = 0, ["audio_tokens"] = 0 },
        };
    }

    private static JsonArray PromptFilter() => new(new JsonObject { ["prompt_index"] = 0, ["content_filter_results"] = NothingFiltered() });

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
