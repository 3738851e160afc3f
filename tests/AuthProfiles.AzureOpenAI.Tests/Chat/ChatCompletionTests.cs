using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Chat;

internal sealed class ChatCompletionTests
{
    private const string Full = """
        {
          "choices": [
            { "content_filter_results": { "hate": { "filtered": false, "severity": "safe" }, "protected_material_text": { "filtered": false, "detected": true } },
              "finish_reason": "stop", "index": 0, "logprobs": null,
              "message": { "annotations": [], "content": "Urgent.", "refusal": null, "role": "assistant", "tool_calls": [ { "id": "x", "nested": { "content": "no" } } ] } },
            { "finish_reason": "something_new", "index": 1, "message": { "content": null, "refusal": "I can't.", "role": "assistant" }, "content_filter_results": {} }
          ],
          "created": 1741569952, "id": "chatcmpl-1", "model": "gpt-4o-2024-11-20", "object": "chat.completion",
          "prompt_filter_results": [ { "prompt_index": 0, "content_filter_results": { "jailbreak": { "filtered": false, "detected": false } } } ],
          "system_fingerprint": "fp_1", "unknown": { "a": [ { "choices": 1 } ] },
          "usage": { "completion_tokens": 20, "prompt_tokens": 10, "total_tokens": 30,
            "completion_tokens_details": { "accepted_prediction_tokens": 1, "audio_tokens": 2, "reasoning_tokens": 3, "rejected_prediction_tokens": 4, "new": 9 },
            "prompt_tokens_details": { "audio_tokens": 5, "cached_tokens": 6 } }
        }
        """;

    [Test]
    public async Task Every_member_comes_back()
    {
        var completion = await ReadAsync(Full, ("apim-request-id", "r-1"), ("x-request-id", "r-2"));
        var usage = new ChatUsage
        {
            PromptTokens = 10,
            CompletionTokens = 20,
            TotalTokens = 30,
            AcceptedPredictionTokens = 1,
            AudioCompletionTokens = 2,
            ReasoningTokens = 3,
            RejectedPredictionTokens = 4,
            AudioPromptTokens = 5,
            CachedPromptTokens = 6,
            AdditionalProperties = completion.Usage!.AdditionalProperties,
        };
        Assert.Multiple(() =>
        {
            Assert.That((completion.Id, completion.Model, completion.SystemFingerprint), Is.EqualTo(("chatcmpl-1", "gpt-4o-2024-11-20", "fp_1")));
            Assert.That(completion.CreatedAt, Is.EqualTo(new DateTimeOffset(2025, 3, 10, 1, 25, 52, TimeSpan.Zero)));
            Assert.That(completion.Choices.Select(choice => (choice.Index, choice.FinishReason.Value)), Is.EqualTo(new[] { (0, "stop"), (1, "something_new") }));
            Assert.That((completion.Choices[0].Message.Content, completion.Choices[0].Message.Refusal), Is.EqualTo(("Urgent.", default(string))));
            Assert.That((completion.Choices[1].Message.Content, completion.Choices[1].Message.Refusal), Is.EqualTo((default(string), "I can't.")));
            Assert.That(completion.Text, Is.EqualTo("Urgent."));
            Assert.That(completion.RequestId, Is.EqualTo("r-1"));
            Assert.That(completion.Usage, Is.EqualTo(usage));
            Assert.That(completion.Usage.AdditionalProperties["completion_tokens_details"].GetProperty("new").GetInt32(), Is.EqualTo(9));
            Assert.That(completion.Usage.AdditionalProperties, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Content_filter_results_are_kept_as_they_came()
    {
        var completion = await ReadAsync(Full);
        Assert.Multiple(() =>
        {
            Assert.That(completion.Choices[0].ContentFilter!.ToString(), Does.StartWith("{ \"hate\"").And.EndWith("true } }"));
            Assert.That(completion.Choices[0].ContentFilter!.ReadCategories().Select(found => (found.Name, found.Severity, found.Detected)),
                Is.EqualTo(new[] { ("hate", "safe", default(bool?)), ("protected_material_text", null, true) }));
            Assert.That(completion.PromptFilterResults.Select(result => (result.PromptIndex, result.ContentFilter.ReadCategories()[0].Name)), Is.EqualTo(new[] { (0, "jailbreak") }));
        });
    }

    [Test]
    public async Task The_older_name_of_prompt_results_is_read() => Assert.That(
        (await ReadAsync("""{"choices":[],"prompt_annotations":[{"prompt_index":3,"content_filter_results":{}},{"prompt_index":4}]}""")).PromptFilterResults.Single().PromptIndex, Is.EqualTo(3));

    [TestCase("{\"choices\":[]}")]
    [TestCase("{\"id\":null,\"model\":null,\"created\":null,\"usage\":null,\"system_fingerprint\":null,\"prompt_filter_results\":null,\"choices\":[]}")]
    [TestCase("\uFEFF{\"choices\":[]}")]
    [TestCase("  {\"choices\":[]}\r\n")]
    public async Task An_answer_without_choices_has_no_text(string json)
    {
        var completion = await ReadAsync(json);
        Assert.That((completion.Text, completion.Id, completion.Model, completion.CreatedAt, completion.Usage, completion.RequestId),
            Is.EqualTo((default(string), string.Empty, string.Empty, default(DateTimeOffset?), default(ChatUsage), default(string))));
    }

    [TestCase("{\"choices\":[{}]}")]
    [TestCase("{\"choices\":[{\"message\":null,\"finish_reason\":null,\"content_filter_results\":null}]}")]
    [TestCase("{\"choices\":[{\"message\":{}}]}")]
    public async Task A_choice_may_be_bare(string json)
    {
        var choice = (await ReadAsync(json)).Choices.Single();
        Assert.That((choice.Index, choice.FinishReason.ToString(), choice.Message.Content, choice.ContentFilter), Is.EqualTo((0, string.Empty, default(string), default(object))));
    }

    [TestCase("1e999")]
    [TestCase("\"10\"")]
    [TestCase("99999999999999999999")]
    [TestCase("{}")]
    public async Task A_strange_count_does_not_cost_the_answer(string count)
    {
        var completion = await ReadAsync("{\"choices\":[],\"created\":" + count + ",\"usage\":{\"total_tokens\":" + count + ",\"prompt_tokens\":1}}");
        Assert.That((completion.Usage!.TotalTokens, completion.Usage.PromptTokens, completion.CreatedAt), Is.EqualTo((0, 1, default(DateTimeOffset?))));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"choices\":null}")]
    [TestCase("{\"choices\":{}}")]
    [TestCase("{\"choices\":[1]}")]
    [TestCase("{\"choices\":[{\"index\":-1}]}")]
    [TestCase("{\"choices\":[{\"finish_reason\":1}]}")]
    [TestCase("{\"choices\":[{\"message\":\"text\"}]}")]
    [TestCase("{\"choices\":[{\"message\":{\"content\":[]}}]}")]
    [TestCase("{\"choices\":[],\"id\":5}")]
    [TestCase("{\"choices\":[],\"id\":\"\\uD800\"}")]
    [TestCase("{\"choices\":[]")]
    [TestCase("{\"choices\":[]} trailing")]
    [TestCase("<html>Sign in</html>")]
    [TestCase("data: {\"choices\":[]}\n\n")]
    public async Task An_answer_that_is_none_is_a_typed_error(string json)
    {
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => ReadAsync(json, ("x-request-id", "r-2")));
        Assert.Multiple(() =>
        {
            Assert.That((error!.Kind, error.StatusCode, error.IsTransient), Is.EqualTo((AzureOpenAIErrorKind.MalformedAnswer, 200, false)));
            Assert.That(error!.Message, Does.Contain("r-2").And.Not.Contain("Sign in"));
        });
    }

    [Test]
    public async Task An_error_in_a_success_is_that_error()
    {
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => ReadAsync("""{"error":{"code":"content_filter","message":"Filtered."}}"""));
        Assert.That((error!.Kind, error.Code, error.StatusCode), Is.EqualTo((AzureOpenAIErrorKind.ContentFiltered, "content_filter", 200)));
    }

    [Test]
    public void Finish_reasons_have_names() => Assert.That(
        new[] { FinishReason.Stop, FinishReason.Length, FinishReason.ToolCalls, FinishReason.ContentFilter, FinishReason.FunctionCall }.Select(reason => reason.ToString()),
        Is.EqualTo(new[] { "stop", "length", "tool_calls", "content_filter", "function_call" }));

    private static Task<ChatCompletion> ReadAsync(string json, params (string Name, string Value)[] headers) =>
        ServiceStub.Answering(json, headers: headers).Client().CompleteChatAsync(new ChatRequest("x"));
}
