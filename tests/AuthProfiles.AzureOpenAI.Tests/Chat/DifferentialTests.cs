using System.ClientModel;
using System.ClientModel.Primitives;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using OpenAI;
using OpenAI.Chat;
using Official = OpenAI.Chat;

// The official client calls annotations and predictions experimental.
#pragma warning disable OPENAI001

namespace AuthProfiles.AzureOpenAI.Tests.Chat;

/// <summary>The official client and ours say the same about the same answer.</summary>
internal sealed class DifferentialTests
{
    public const string Everything = """
        {"id":"chatcmpl-1","object":"chat.completion","created":1741569952,"model":"gpt-4o-2024-11-20","system_fingerprint":"fp_1","service_tier":"default",
         "choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Grüße 🌍 \"x\" \u00e9\n","refusal":null,"annotations":[
           {"type":"url_citation","url_citation":{"start_index":0,"end_index":5,"url":"https://a.example/","title":"A"}}],
           "context":{"intent":"i","citations":[{"content":"c","title":"t","url":"u","filepath":"f","chunk_id":"0"}]}},
           "logprobs":{"content":[{"token":"Hi","logprob":-0.31725305,"bytes":[72,105],"top_logprobs":[{"token":"Hi","logprob":-0.31725305,"bytes":[72,105]},{"token":"Ho","logprob":-1.5,"bytes":null}]}],"refusal":null},
           "content_filter_results":{"hate":{"filtered":false,"severity":"safe"},"custom_blocklists":{"filtered":false,"details":[{"id":"a","filtered":false}]}}}],
         "prompt_filter_results":[{"prompt_index":0,"content_filter_results":{"jailbreak":{"filtered":false,"detected":false}}}],
         "usage":{"prompt_tokens":11,"completion_tokens":22,"total_tokens":33,"prompt_tokens_details":{"cached_tokens":5,"audio_tokens":1},
           "completion_tokens_details":{"reasoning_tokens":7,"audio_tokens":2,"accepted_prediction_tokens":3,"rejected_prediction_tokens":4}}}
        """;

    private const string Head = """{"id":"c","object":"chat.completion","created":1700000000,"model":"m","choices":[""";
    private const string Tail = """],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}}""";

    private static readonly string[] Answers =
    [
        Everything,
        Head + """{"index":0,"finish_reason":"stop","logprobs":null,"message":{"role":"assistant","content":"Hello"}}""" + Tail,
        Head + """{"index":0,"finish_reason":"length","logprobs":null,"message":{"role":"assistant","content":""}}""" + Tail,
        Head + """{"index":0,"finish_reason":"content_filter","logprobs":null,"message":{"role":"assistant","content":"Half"}}""" + Tail,
        Head + """{"index":0,"finish_reason":"stop","logprobs":null,"message":{"role":"assistant","content":null,"refusal":"I can't."}}""" + Tail,
        Head + """{"index":0,"finish_reason":"tool_calls","logprobs":null,"message":{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Oslo\"}"}}]}}""" + Tail,
        Head + """{"index":0,"finish_reason":"tool_calls","logprobs":null,"message":{"role":"assistant","content":"Wait","tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{\"x\":"}},{"id":"b","type":"function","function":{"name":"g","arguments":""}}]}}""" + Tail,
        Head + """{"index":0,"finish_reason":"function_call","logprobs":null,"message":{"role":"assistant","content":null,"function_call":{"name":"f","arguments":"{}"}}}""" + Tail,
        Head + """{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"é\ud83c\udf0d\\\/\t"},"logprobs":{"content":null,"refusal":[{"token":"No","logprob":-9999.0,"bytes":[78,111],"top_logprobs":[]}]}}""" + Tail,
        Head + """{"index":0,"finish_reason":"stop","logprobs":{"content":[{"token":" a","logprob":0,"bytes":null,"top_logprobs":[]},{"token":"b","logprob":-1e-9,"bytes":[98],"top_logprobs":[{"token":"b","logprob":-1e-9,"bytes":[98]}]}],"refusal":null},"message":{"role":"assistant","content":" ab"}}""" + Tail,
        """{"choices":[{"index":0,"finish_reason":"stop","logprobs":null,"message":{"content":"Other order","role":"assistant"}}],"usage":{"total_tokens":3,"completion_tokens":2,"prompt_tokens":1,"completion_tokens_details":null},"model":"m","created":1,"id":"c","object":"chat.completion"}""",
        """{"id":"c","object":"chat.completion","created":1700000000,"model":"m","unknown":{"deep":[{"choices":[]}]},"choices":[{"index":0,"finish_reason":"stop","unknown":[[[]]],"logprobs":null,"message":{"role":"assistant","content":"Unknown","unknown":1}}],"usage":null}""",
    ];

    [TestCaseSource(nameof(Answers))]
    public async Task Both_clients_say_the_same(string answer)
    {
        var ours = await ServiceStub.Answering(answer).Client().CompleteChatAsync(new ChatRequest("x"));
        var theirs = await OfficialAsync(answer);
        var choice = ours.Choices[0];
        Assert.Multiple(() =>
        {
            Assert.That((ours.Id, ours.Model, ours.CreatedAt, ours.SystemFingerprint), Is.EqualTo((theirs.Id, theirs.Model, (DateTimeOffset?)theirs.CreatedAt, theirs.SystemFingerprint)));
            Assert.That(choice.Message.Content, Is.EqualTo(theirs.Content.Count == 0 ? null : string.Concat(theirs.Content.Select(part => part.Text))));
            Assert.That(choice.Message.Refusal, Is.EqualTo(theirs.Refusal));
            Assert.That(choice.FinishReason, Is.EqualTo(Reason(theirs.FinishReason)));
            Assert.That(choice.Message.ToolCalls.Select(call => (call.Id, call.Name, call.Arguments)),
                Is.EqualTo(theirs.ToolCalls.Select(call => (call.Id, call.FunctionName, call.FunctionArguments.ToString()))));
            Assert.That(Usage(ours.Usage), Is.EqualTo(Usage(theirs.Usage)));
            Assert.That((choice.LogProbabilities?.Content ?? []).Select(Token), Is.EqualTo(theirs.ContentTokenLogProbabilities.Select(Token)));
            Assert.That((choice.LogProbabilities?.Refusal ?? []).Select(Token), Is.EqualTo(theirs.RefusalTokenLogProbabilities.Select(Token)));
            Assert.That(choice.Message.Annotations.Select(note => (note.Url, note.Title, note.StartIndex, note.EndIndex)),
                Is.EqualTo(theirs.Annotations.Select(note => (note.WebResourceUri.OriginalString, note.WebResourceTitle, note.StartIndex, note.EndIndex))));
#pragma warning disable CS0618 // The older way is what is compared.
            Assert.That((choice.Message.FunctionCall?.Name, choice.Message.FunctionCall?.Arguments), Is.EqualTo((theirs.FunctionCall?.FunctionName, theirs.FunctionCall?.FunctionArguments.ToString())));
#pragma warning restore CS0618
        });
    }

    private static async Task<Official.ChatCompletion> OfficialAsync(string answer)
    {
        using var http = new HttpClient(ServiceStub.Answering(answer));
        using var transport = new HttpClientPipelineTransport(http);
        var client = new ChatClient("m", new ApiKeyCredential("key"), new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/"), Transport = transport });
        return await client.CompleteChatAsync(new UserChatMessage("x"));
    }

    private static FinishReason Reason(ChatFinishReason reason) => reason switch
    {
        ChatFinishReason.Stop => FinishReason.Stop,
        ChatFinishReason.Length => FinishReason.Length,
        ChatFinishReason.ContentFilter => FinishReason.ContentFilter,
        ChatFinishReason.ToolCalls => FinishReason.ToolCalls,
        _ => FinishReason.FunctionCall,
    };

    private static string Usage(ChatUsage? usage) => usage is null ? "none" : string.Join(' ',
        usage.PromptTokens, usage.CompletionTokens, usage.TotalTokens, usage.CachedPromptTokens, usage.AudioPromptTokens,
        usage.ReasoningTokens, usage.AudioCompletionTokens, usage.AcceptedPredictionTokens, usage.RejectedPredictionTokens);

    private static string Usage(ChatTokenUsage? usage) => usage is null ? "none" : string.Join(' ',
        usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.InputTokenDetails?.CachedTokenCount ?? 0, usage.InputTokenDetails?.AudioTokenCount ?? 0,
        usage.OutputTokenDetails?.ReasoningTokenCount ?? 0, usage.OutputTokenDetails?.AudioTokenCount ?? 0,
        usage.OutputTokenDetails?.AcceptedPredictionTokenCount ?? 0, usage.OutputTokenDetails?.RejectedPredictionTokenCount ?? 0);

    // The official client keeps a probability as a float.
    private static string Token(ChatTokenLogProbability token) =>
        $"{token.Token} {(float)token.LogProbability} {Hex(token.Utf8Bytes)} {string.Join(',', token.TopAlternatives.Select(other => $"{other.Token} {(float)other.LogProbability} {Hex(other.Utf8Bytes)}"))}";

    private static string Token(ChatTokenLogProbabilityDetails token) =>
        $"{token.Token} {token.LogProbability} {Hex(token.Utf8Bytes)} {string.Join(',', token.TopLogProbabilities.Select(other => $"{other.Token} {other.LogProbability} {Hex(other.Utf8Bytes)}"))}";

    private static string Hex(ReadOnlyMemory<byte>? bytes) => bytes is { } some ? Convert.ToHexString(some.Span) : "none";
}
