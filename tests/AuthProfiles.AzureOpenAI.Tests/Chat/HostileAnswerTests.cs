using System.Text;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.ContentFilters;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.AzureOpenAI.Tests.Streaming;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Chat;

/// <summary>Whatever a server sends ends in a value or in the connector's own exception.</summary>
internal sealed class HostileAnswerTests
{
    private static readonly string[] Values = ["1", "-1", "1e999", "true", "\"text\"", "\"\\uD800\"", "[]", "[1]", "[[]]", "[{}]", "{}", "{\"a\":1}"];

    private static readonly string[] Places =
    [
        "{\"choices\":@}", "{\"choices\":[],\"id\":@}", "{\"choices\":[],\"model\":@}", "{\"choices\":[],\"created\":@}", "{\"choices\":[],\"usage\":@}",
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":@,\"prompt_tokens_details\":@,\"completion_tokens_details\":{\"reasoning_tokens\":@}}}",
        "{\"choices\":[],\"system_fingerprint\":@}", "{\"choices\":[],\"prompt_filter_results\":@}", "{\"choices\":[],\"prompt_filter_results\":[{\"prompt_index\":@}]}",
        "{\"choices\":[],\"prompt_filter_results\":[{\"content_filter_results\":@}]}", "{\"choices\":[],\"new\":@}", "{\"choices\":[{\"index\":@}]}", "{\"choices\":[{\"finish_reason\":@}]}",
        "{\"choices\":[{\"content_filter_results\":@}]}", "{\"choices\":[{\"content_filter_results\":{\"hate\":@,\"error\":@,\"custom_blocklists\":{\"filtered\":true,\"details\":@}}}]}",
        "{\"choices\":[{\"logprobs\":@}]}", "{\"choices\":[{\"logprobs\":{\"content\":@}}]}", "{\"choices\":[{\"logprobs\":{\"content\":[{\"token\":@}]}}]}",
        "{\"choices\":[{\"logprobs\":{\"content\":[{\"logprob\":@,\"bytes\":@,\"top_logprobs\":@}]}}]}", "{\"choices\":[{\"message\":@}]}", "{\"choices\":[{\"message\":{\"content\":@}}]}",
        "{\"choices\":[{\"message\":{\"refusal\":@}}]}", "{\"choices\":[{\"message\":{\"tool_calls\":@}}]}", "{\"choices\":[{\"message\":{\"tool_calls\":[{\"id\":@}]}}]}",
        "{\"choices\":[{\"message\":{\"tool_calls\":[{\"type\":@,\"function\":@}]}}]}", "{\"choices\":[{\"message\":{\"tool_calls\":[{\"function\":{\"name\":@,\"arguments\":@}}]}}]}",
        "{\"choices\":[{\"message\":{\"function_call\":@}}]}", "{\"choices\":[{\"message\":{\"audio\":@}}]}", "{\"choices\":[{\"message\":{\"audio\":{\"data\":@}}}]}",
        "{\"choices\":[{\"message\":{\"audio\":{\"expires_at\":@}}}]}", "{\"choices\":[{\"message\":{\"annotations\":@}}]}", "{\"choices\":[{\"message\":{\"annotations\":[{\"url_citation\":@}]}}]}",
        "{\"choices\":[{\"message\":{\"annotations\":[{\"url_citation\":{\"start_index\":@}}]}}]}", "{\"choices\":[{\"message\":{\"context\":@}}]}",
        "{\"choices\":[{\"message\":{\"context\":{\"citations\":@}}}]}", "{\"choices\":[{\"message\":{\"context\":{\"citations\":[{\"content\":@,\"rerank_score\":@}]}}}]}",
        "{\"choices\":[],@:1}", "{\"choices\":[{\"message\":{@:1}}]}",
    ];

    [Test]
    public async Task Any_type_in_any_place_ends_well([ValueSource(nameof(Places))] string place)
    {
        foreach (var value in Values)
        {
            await EndsWellAsync(Encoding.UTF8.GetBytes(place.Replace("@", value, StringComparison.Ordinal)));
            await EndsWellAsync([.. Encoding.UTF8.GetBytes(place.Split('@')[0]), (byte)'"', 0xC3, 0x28, 0xFF, (byte)'"', .. Encoding.UTF8.GetBytes(place.Split('@')[^1])]);
        }
    }

    [Test]
    public async Task Nesting_without_end_is_a_typed_error([ValueSource(nameof(Places))] string place) => Assert.That(
        await EndsWellAsync(Encoding.UTF8.GetBytes(place.Replace("@", new string('[', 100_000), StringComparison.Ordinal))), Is.False);

    [Test]
    public async Task Alternatives_that_nest_without_end_are_a_typed_error() => Assert.That(
        await EndsWellAsync(Encoding.UTF8.GetBytes("{\"choices\":[{\"logprobs\":{\"content\":" + string.Concat(Enumerable.Repeat("[{\"top_logprobs\":", 10_000)))), Is.False);

    [Test]
    public async Task Of_a_member_that_comes_twice_the_last_counts()
    {
        var completion = await ServiceStub.Answering("""{"choices":[{"message":{"content":"a","content":"b"}},{}],"choices":[{"message":{"content":"c"},"message":{"content":"d"}}],"id":"1","id":"2","new":1,"new":2}""")
            .Client().CompleteChatAsync(new ChatRequest("x"));
        Assert.That((completion.Text, completion.Choices.Length, completion.Id, completion.AdditionalProperties["new"].GetInt32()), Is.EqualTo(("d", 1, "2", 2)));
    }

    [Test]
    public async Task A_hundred_thousand_answers_are_read_in_a_time_that_grows_with_them()
    {
        var many = string.Join(',', Enumerable.Repeat("{\"message\":{\"content\":\"x\"}}", 100_000));
        var prompts = string.Join(',', Enumerable.Repeat("{\"content_filter_results\":{}}", 100_000));
        var completion = await ServiceStub.Answering("{\"choices\":[" + many + "],\"prompt_filter_results\":[" + prompts + "]}").Client().CompleteChatAsync(new ChatRequest("x"));
        Assert.That((completion.Choices.Length, completion.PromptFilterResults.Length), Is.EqualTo((100_000, 100_000)));
    }

    [Test]
    public async Task A_changed_byte_ends_well()
    {
        var random = new Random(20);
        var whole = Encoding.UTF8.GetBytes(DifferentialTests.Everything);
        for (var round = 0; round < Fuzz.Count; round++)
        {
            var changed = (byte[])whole.Clone();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            await EndsWellAsync(changed[..random.Next(1, changed.Length + 1)]);
        }
    }

    private static async Task<bool> EndsWellAsync(byte[] body)
    {
        ChatCompletion completion;
        try
        {
            completion = await ServiceStub.Answering(() => new MemoryStream(body)).Client().CompleteChatAsync(new ChatRequest("x"));
        }
        catch (AzureOpenAIException error)
        {
            Assert.That(error.Kind, Is.EqualTo(AzureOpenAIErrorKind.MalformedAnswer).Or.EqualTo(AzureOpenAIErrorKind.InvalidRequest));
            return false;
        }

        Walk(completion);
        return true;
    }

    // What is read only when it is asked for has to end well too.
    private static void Walk(ChatCompletion completion)
    {
        _ = completion.AdditionalProperties.Count + (completion.Usage?.AdditionalProperties.Count ?? 0);
        foreach (var filter in completion.PromptFilterResults.Select(prompt => prompt.ContentFilter).Concat(completion.Choices.Select(choice => choice.ContentFilter).OfType<ContentFilterResults>()))
        {
            Walk(filter);
        }

        foreach (var choice in completion.Choices)
        {
            _ = choice.AdditionalProperties.Count + choice.Message.AdditionalProperties.Count;
            foreach (var call in choice.Message.ToolCalls)
            {
                _ = call.AdditionalProperties.Count;
                call.TryGetArguments(out _);
            }
        }
    }

    private static void Walk(ContentFilterResults filter)
    {
        try
        {
            _ = filter.ReadCategories().Length;
            _ = filter.ReadError();
        }
        catch (System.Text.Json.JsonException)
        {
            // The promised exception.
        }
    }

    [TestCase("token rejected: Bearer S3CRET-abc by proxy\r\n2026-11-21 ERROR forged line")]
    [TestCase("""{"choices":[nope S3CRET-abc]}""")]
    public async Task An_answer_that_is_no_JSON_is_not_quoted(string body)
    {
        using var stub = ServiceStub.Answering(body);
        var client = stub.Client();

        foreach (var call in new Func<Task>[] { () => client.CompleteChatAsync(new ChatRequest("x")), () => client.EmbedAsync(new EmbeddingRequest("x")) })
        {
            var error = await Assert.CatchAsync<AzureOpenAIException>(() => call());

            Assert.That(error!.Kind, Is.EqualTo(AzureOpenAIErrorKind.MalformedAnswer));
            Assert.That(error.ToString(), Does.Not.Contain("S3CRET").And.Not.Contain("forged"));
        }

        var (_, stopped) = await Transcript.ReadAsync($"data: {body.ReplaceLineEndings(" ")}\n\n");
        Assert.That(stopped!.ToString(), Does.Not.Contain("S3CRET").And.Not.Contain("forged"));
    }
}
