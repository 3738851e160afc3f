using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Chat;

internal sealed class ChatAnswerTests
{
    [TestCase("1,0", "b,a")]
    [TestCase("2,0,1", "b,c,a")]
    [TestCase("0,0", "a,b")]
    [TestCase("1,0,0", "b,c,a")]
    public async Task Answers_are_ordered_by_their_index(string order, string texts)
    {
        var choices = order.Split(',').Select(static (index, position) => $$$"""{"index":{{{index}}},"message":{"content":"{{{"abc"[position]}}}"}}""");
        var completion = await ReadAsync($$"""{"choices":[{{string.Join(',', choices)}}]}""");
        Assert.That(string.Join(',', completion.Choices.Select(static choice => choice.Message.Content)), Is.EqualTo(texts));
        Assert.That(completion.Text, Is.EqualTo(texts[..1]));
    }

    [Test]
    public async Task Calls_of_tools_come_back()
    {
        var completion = await ReadAsync("""
            {"choices":[{"finish_reason":"tool_calls","message":{"role":"assistant","content":null,"tool_calls":[
              {"id":"call_1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Oslo\"}","new":1}},
              {"id":"call_2","type":"function","function":{"name":"weather","arguments":"{\"city\":"}},
              {"id":"call_3","type":"custom","custom":{"name":"sql","input":"select"},"function":null},
              {}
            ]}}]}
            """);
        Assert.Multiple(() =>
        {
            Assert.That(completion.Choices[0].FinishReason, Is.EqualTo(FinishReason.ToolCalls));
            Assert.That(completion.Text, Is.Null);
            Assert.That(completion.ToolCalls.Select(call => (call.Id, call.Type, call.Name, call.Arguments)), Is.EqualTo(new[]
            {
                ("call_1", "function", "weather", "{\"city\":\"Oslo\"}"),
                ("call_2", "function", "weather", "{\"city\":"),
                ("call_3", "custom", string.Empty, string.Empty),
                (string.Empty, "function", string.Empty, string.Empty),
            }));
            Assert.That(completion.ToolCalls[0].TryGetArguments(out var arguments) ? arguments.GetProperty("city").GetString() : null, Is.EqualTo("Oslo"));
            Assert.That(completion.ToolCalls[1].TryGetArguments(out _), Is.False);
            Assert.That(completion.ToolCalls[2].AdditionalProperties["custom"].GetProperty("input").GetString(), Is.EqualTo("select"));
        });
    }

    [Test]
    public async Task A_call_in_the_older_way_comes_back()
    {
        var message = await MessageAsync("""{"content":null,"function_call":{"name":"weather","arguments":"{}"}}""");
        Assert.That(message.FunctionCall, Is.EqualTo(new ChatFunctionCall("weather", "{}")));
    }

    [Test]
    public async Task A_spoken_answer_comes_back()
    {
        var audio = (await MessageAsync("""{"content":null,"audio":{"id":"audio_1","expires_at":1741569952,"data":"+\/8=","transcript":"Hello","new":1}}""")).Audio!;
        Assert.That((audio.Id, audio.ExpiresAt, Convert.ToHexString(audio.Bytes.Span), audio.Transcript),
            Is.EqualTo(("audio_1", DateTimeOffset.FromUnixTimeSeconds(1741569952), "FBFF", "Hello")));
    }

    [Test]
    public async Task Notes_come_back()
    {
        var notes = (await MessageAsync("""
            {"content":"x","annotations":[
              {"type":"url_citation","url_citation":{"start_index":1,"end_index":5,"url":"https:\/\/a.example","title":"A","new":1}},
              {"type":"file_citation","file_citation":{"id":7}}
            ]}
            """)).Annotations;
        Assert.Multiple(() =>
        {
            Assert.That(notes.Select(note => (note.Type, note.Url, note.Title, note.StartIndex, note.EndIndex)),
                Is.EqualTo(new[] { ("url_citation", "https://a.example", "A", 1, 5), ("file_citation", default(string), default(string), 0, 0) }));
            Assert.That(notes[1].AdditionalProperties["file_citation"].GetProperty("id").GetInt32(), Is.EqualTo(7));
        });
    }

    [TestCase("-5", 0)]
    [TestCase("99999999999", int.MaxValue)]
    [TestCase("\"1\"", 0)]
    public async Task A_strange_position_does_not_cost_the_answer(string position, int expected) => Assert.That(
        (await MessageAsync("{\"annotations\":[{\"url_citation\":{\"start_index\":" + position + ",\"url\":\"u\"}}]}")).Annotations.Single(), Is.EqualTo(new ChatAnnotation { Url = "u", StartIndex = expected }));

    [Test]
    public async Task What_was_found_in_data_sources_comes_back()
    {
        var context = (await MessageAsync("""
            {"content":"[doc1]","context":{"intent":"[\"printer\"]","all_retrieved_documents":[{"content":"c"}],"citations":[
              {"content":"Turn it off.","title":"T","url":"https://a.example","filepath":"p.md","chunk_id":"3","rerank_score":2.5,"new":1},{"content":"Bare"}]}}
            """)).Context!;
        Assert.Multiple(() =>
        {
            Assert.That(context.Intent, Is.EqualTo("[\"printer\"]"));
            Assert.That(context.Citations, Is.EqualTo(new[]
            {
                new ChatCitation { Content = "Turn it off.", Title = "T", Url = "https://a.example", FilePath = "p.md", ChunkId = "3", RerankScore = 2.5 },
                new ChatCitation { Content = "Bare" },
            }));
            Assert.That(context.AdditionalProperties.Keys, Is.EqualTo(new[] { "all_retrieved_documents" }));
        });
    }

    [Test]
    public async Task Probabilities_come_back()
    {
        var probabilities = (await ReadAsync("""
            {"choices":[{"message":{"content":"Hi"},"logprobs":{"content":[
              {"token":"Hi","logprob":-0.25,"bytes":[72,105],"top_logprobs":[{"token":"Hi","logprob":-0.25,"bytes":null},{"token":"Ho","logprob":-9999.0,"bytes":[72,111]}],"new":1},
              {"token":"\\xf0","logprob":null,"bytes":[256]}],
              "refusal":[{"token":"No","logprob":-1e-3,"bytes":[],"top_logprobs":[]}],"new":{}}}]}
            """)).Choices[0].LogProbabilities!;
        var first = probabilities.Content[0];
        Assert.Multiple(() =>
        {
            Assert.That((first.Token, first.LogProbability, first.Utf8Bytes!.Value.ToArray()), Is.EqualTo(("Hi", -0.25, "Hi"u8.ToArray())));
            Assert.That(first.TopAlternatives.Select(other => (other.Token, other.LogProbability, other.Utf8Bytes?.Length)), Is.EqualTo(new[] { ("Hi", -0.25, default(int?)), ("Ho", -9999.0, 2) }));
            Assert.That((probabilities.Content[1].Token, probabilities.Content[1].LogProbability, probabilities.Content[1].Utf8Bytes), Is.EqualTo(("\\xf0", double.NaN, default(ReadOnlyMemory<byte>?))));
            Assert.That(probabilities.Refusal.Select(token => (token.Token, token.LogProbability, token.Utf8Bytes!.Value.Length)), Is.EqualTo(new[] { ("No", -0.001, 0) }));
        });
    }

    [Test]
    public async Task Thoughts_come_back() => Assert.That((await MessageAsync("""{"content":"x","reasoning_content":"Hm."}""")).ReasoningContent, Is.EqualTo("Hm."));

    [Test]
    public async Task What_has_no_property_is_kept_where_it_stood()
    {
        var completion = await ReadAsync("""
            {"object":"chat.completion","service_tier":"default","choices":[{"index":0,"new_choice":[1],"message":{"role":"assistant","content":"x","new_message":{"a":null}}}],"usage":{"total_tokens":1,"new_usage":2}}
            """);
        Assert.Multiple(() =>
        {
            Assert.That(completion.AdditionalProperties.Single().Value.GetString(), Is.EqualTo("default"));
            Assert.That(completion.Choices[0].AdditionalProperties.Single().Key, Is.EqualTo("new_choice"));
            Assert.That(completion.Choices[0].Message.AdditionalProperties.Single().Value.GetRawText(), Is.EqualTo("{\"a\":null}"));
            Assert.That(completion.Usage!.AdditionalProperties["new_usage"].GetInt32(), Is.EqualTo(2));
        });
    }

    [TestCase("\"logprobs\":null")]
    [TestCase("\"logprobs\":{\"content\":null,\"refusal\":null}")]
    [TestCase("\"message\":{\"tool_calls\":null,\"function_call\":null,\"audio\":null,\"annotations\":null,\"context\":null,\"reasoning_content\":null,\"refusal\":null}")]
    [TestCase("\"message\":{\"tool_calls\":[],\"annotations\":[],\"audio\":{},\"context\":{},\"function_call\":{}}")]
    [TestCase("\"message\":{\"tool_calls\":[{\"id\":null,\"type\":null,\"function\":{\"name\":null,\"arguments\":null}}],\"annotations\":[{\"type\":null,\"url_citation\":null}],\"context\":{\"citations\":null,\"intent\":null}}")]
    public async Task What_is_null_or_bare_is_read(string member)
    {
        var choice = (await ReadAsync("{\"choices\":[{" + member + "}]}")).Choices.Single();
        Assert.That((choice.Message.Content, choice.LogProbabilities?.Content.Length ?? 0, choice.Message.AdditionalProperties.Count), Is.EqualTo((default(string), 0, 0)));
    }

    [Test]
    public async Task An_answer_without_an_index_has_that_of_its_place() => Assert.That(
        (await ReadAsync("""{"choices":[{"index":2,"message":{"content":"c"}},{"message":{"content":"a"}},{"index":0,"message":{"content":"b"}}]}""")).Choices.Select(choice => (choice.Index, choice.Message.Content)),
        Is.EqualTo(new[] { (0, "b"), (1, "a"), (2, "c") }));

    private static async Task<ChatResponseMessage> MessageAsync(string message) => (await ReadAsync("{\"choices\":[{\"message\":" + message + "}]}")).Choices.Single().Message;

    private static Task<ChatCompletion> ReadAsync(string json) => ServiceStub.Answering(json).Client().CompleteChatAsync(new ChatRequest("x"));
}
