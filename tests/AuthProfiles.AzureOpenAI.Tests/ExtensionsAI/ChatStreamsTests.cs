using System.Text;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Streaming;
using AuthProfiles.AzureOpenAI.Tests.Streaming;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using Microsoft.Extensions.AI;
using ChatRole = Microsoft.Extensions.AI.ChatRole;

namespace AuthProfiles.AzureOpenAI.Tests.ExtensionsAI;

/// <summary>The streams of <see cref="CannedStreams"/> as updates of a response.</summary>
internal sealed class ChatStreamsTests
{
    private static IEnumerable<string> Names => CannedStreams.Whole.Keys;

    [TestCaseSource(nameof(Names))]
    public async Task All_updates_have_one_id_and_the_stream_says_what_the_whole_answer_says(string name)
    {
        var updates = await ReadAsync(CannedStreams.Whole[name]);
        var native = (await Transcript.ReadAsync(CannedStreams.Whole[name])).Completion;
        var response = updates.ToChatResponse();
        Assert.Multiple(() =>
        {
            Assert.That(updates.Select(update => (update.ResponseId, update.MessageId, update.ModelId, update.Role)).Distinct(), Is.EqualTo(new[] { ("chatcmpl-1", "chatcmpl-1", "gpt-4o-2024-11-20", (ChatRole?)ChatRole.Assistant) }));
            Assert.That(response.Text, Is.EqualTo(native.Text ?? string.Empty));
            Assert.That(response.Messages, Has.Count.EqualTo(1));
            Assert.That(response.FinishReason?.Value, Is.EqualTo(native.Choices[0].FinishReason.Value));
            Assert.That(response.Usage?.TotalTokenCount, Is.EqualTo(native.Usage?.TotalTokens));
            Assert.That(updates.Count(update => update.FinishReason is not null), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Text_comes_at_once_and_the_usage_last()
    {
        var updates = await ReadAsync(CannedStreams.Whole["plain"]);
        var usage = (UsageContent)updates[^1].Contents.Single();
        Assert.Multiple(() =>
        {
            Assert.That(updates.Select(update => update.Text).Where(text => text.Length > 0), Is.EqualTo(new[] { "Urgent", ", ü\n\"x\"", " 😀." }));
            Assert.That((usage.Details.InputTokenCount, usage.Details.OutputTokenCount, usage.Details.CachedInputTokenCount, usage.Details.ReasoningTokenCount), Is.EqualTo(((long?)9, (long?)3, (long?)4, (long?)1)));
            Assert.That(((ChatUpdate)updates[^1].RawRepresentation!).Usage!.TotalTokens, Is.EqualTo(12));
            Assert.That(updates.Count(update => update.Contents.OfType<UsageContent>().Any()), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Usage_that_comes_before_the_end_is_held_back()
    {
        var updates = await ReadAsync(CannedStreams.Text("Hi") + CannedStreams.UsageChunk + CannedStreams.Stop + "data: [DONE]\n\n");
        Assert.That(updates.Select(update => (update.Text, update.FinishReason?.Value, update.Contents.OfType<UsageContent>().Count())), Is.EqualTo(new[] { ("Hi", default(string), 0), ("", "stop", 0), ("", null, 1) }));
    }

    [Test]
    public async Task What_the_filters_said_is_in_the_raw_updates()
    {
        var raw = (await ReadAsync(CannedStreams.Whole["asynchronous filter"])).Select(update => update.RawRepresentation).OfType<ChatUpdate>().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(raw[0].PromptFilterResults.Single().PromptIndex, Is.Zero);
            Assert.That(raw.Count(update => update.AdditionalProperties.ContainsKey("content_filter_offsets")), Is.EqualTo(2));
            Assert.That(raw[^1].ContentFilter!.ToString(), Does.Contain("hate"));
        });
    }

    [Test]
    public async Task The_same_results_of_filters_are_told_once()
    {
        var updates = await ReadAsync(CannedStreams.Text("a") + CannedStreams.Text("b") + CannedStreams.Text("c") + CannedStreams.Stop + "data: [DONE]\n\n");
        Assert.That(updates.Where(update => update.Text.Length > 0).Select(update => update.RawRepresentation is ChatUpdate { ContentFilter: not null }), Is.EqualTo(new[] { true, false, false }));
    }

    [Test]
    public async Task Each_call_comes_once_and_whole_with_the_reason_to_stop()
    {
        var updates = await ReadAsync(CannedStreams.Whole["tool calls"]);
        var calls = updates.Single(update => update.FinishReason == ChatFinishReason.ToolCalls).Contents.Cast<FunctionCallContent>().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(updates.SelectMany(update => update.Contents).OfType<FunctionCallContent>().Count(), Is.EqualTo(3));
            Assert.That(calls.Select(call => (call.CallId, call.Name, call.Exception is null)), Is.EqualTo(new[] { ("call_a", "find", true), ("call_b", "close", true), ("call_c", "log", false) }));
            Assert.That((((JsonElement)calls[0].Arguments!["id"]!).GetInt32(), ((ChatToolCall)calls[2].RawRepresentation!).Arguments), Is.EqualTo((1, "[")));
        });
    }

    [Test]
    public async Task Calls_of_a_stream_that_gives_no_reason_to_stop_are_not_lost()
    {
        var updates = await ReadAsync(CannedStreams.Delta("{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}") + "data: [DONE]\n\n");
        Assert.That(((FunctionCallContent)updates.SelectMany(update => update.Contents).Single()).Name, Is.EqualTo("f"));
    }

    [Test]
    public async Task A_refusal_comes_whole()
    {
        var updates = await ReadAsync(CannedStreams.Whole["refusal"]);
        var error = updates.SelectMany(update => update.Contents).OfType<ErrorContent>().Single();
        Assert.That((error.Message, error.ErrorCode, updates[^1].FinishReason), Is.EqualTo(("I can't.", "Refusal", (ChatFinishReason?)ChatFinishReason.Stop)));
    }

    [Test]
    public async Task Reasoning_comes_as_it_is_thought() => Assert.That(
        (await ReadAsync(CannedStreams.Delta("{\"content\":\"Hi\",\"reasoning_content\":\"Hm.\"}") + CannedStreams.Stop + "data: [DONE]\n\n"))[0].Contents.Select(content => (content.GetType().Name, content.ToString())), Is.EqualTo(new[] { ("TextReasoningContent", "Hm."), ("TextContent", "Hi") }));

    [Test]
    public async Task Citations_come_on_the_text_and_sound_as_data()
    {
        var cited = "{\"content\":\"\",\"context\":{\"intent\":\"i\",\"citations\":[{\"content\":\"c\",\"title\":\"t\"}]}}";
        var spoken = "{\"audio\":{\"id\":\"a1\",\"data\":\"AQID\"}}";
        var contents = (await ReadAsync(CannedStreams.Delta(cited) + CannedStreams.Delta(spoken) + CannedStreams.Stop + "data: [DONE]\n\n")).SelectMany(update => update.Contents).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(((CitationAnnotation)((TextContent)contents[0]).Annotations!.Single()).Title, Is.EqualTo("t"));
            Assert.That((((DataContent)contents[1]).MediaType, ((ChatAudio)contents[1].RawRepresentation!).Id), Is.EqualTo(("application/octet-stream", "a1")));
        });
    }

    [Test]
    public async Task Only_the_first_answer_counts() => Assert.That((await ReadAsync(CannedStreams.Whole["several answers"])).ToChatResponse().Text, Is.EqualTo("Aa!"));

    [Test]
    public async Task Text_of_a_service_without_ids_does_not_wait_for_one()
    {
        var updates = await ReadAsync("data: {\"choices\":[],\"prompt_filter_results\":[{\"prompt_index\":0,\"content_filter_results\":{}}]}\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}\n\n"
            + CannedStreams.Stop + "data: [DONE]\n\n");
        Assert.That(updates.Select(update => (update.ResponseId, update.MessageId, update.Text)), Is.EqualTo(new[] { (default(string), default(string), ""), (null, null, "Hi"), (null, null, "") }));
    }

    [Test]
    public async Task A_stream_that_only_ever_says_other_things_is_given_out()
    {
        var nothing = string.Concat(Enumerable.Range(0, 40).Select(i => "data: {\"choices\":[],\"prompt_filter_results\":[{\"prompt_index\":" + i + ",\"content_filter_results\":{}}]}\n\n"));
        var body = new PiecewiseStream(Encoding.UTF8.GetBytes(nothing));
        using var client = new AzureOpenAIChatClient(ServiceStub.Answering(() => body).Client());
        var updates = new List<ChatResponseUpdate>();
        var error = await Assert.CatchAsync<AzureOpenAIException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync("x"))
            {
                updates.Add(update);
            }
        });
        Assert.That((error!.Kind, updates.Count), Is.EqualTo((AzureOpenAIErrorKind.AnswerInterrupted, 40)));
    }

    [TestCaseSource(typeof(CannedStreams), nameof(CannedStreams.Broken))]
    public async Task A_broken_stream_is_an_error(KeyValuePair<string, (string Text, AzureOpenAIErrorKind Kind)> stream)
    {
        var error = await Assert.CatchAsync<AzureOpenAIException>(() => ReadAsync(stream.Value.Text));
        Assert.That(error!.Kind, Is.EqualTo(stream.Value.Kind));
    }

    [Test]
    public async Task A_stream_asks_for_its_usage_unless_the_caller_says_what_it_asks_for()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await AskAsync(null), Is.EqualTo("{\"include_usage\":true}"));
            Assert.That(await AskAsync(new() { Temperature = 1 }), Is.EqualTo("{\"include_usage\":true}"));
            Assert.That(await AskAsync(new() { AdditionalProperties = new() { ["stream_options"] = JsonDocument.Parse("{}").RootElement } }), Is.EqualTo("{}"));
            Assert.That(await AskAsync(new() { RawRepresentationFactory = _ => new ChatRequest("x") }), Is.EqualTo("none"));
            Assert.That(await AskAsync(new() { RawRepresentationFactory = _ => new ChatRequest("x") { IncludeUsage = true } }), Is.EqualTo("{\"include_usage\":true}"));
        });

        static async Task<string> AskAsync(ChatOptions? options)
        {
            var stub = ServiceStub.Answering(() => new MemoryStream(Encoding.UTF8.GetBytes(CannedStreams.Whole["plain"])));
            using var client = new AzureOpenAIChatClient(stub.Client());
            await client.GetStreamingResponseAsync("x", options).ToChatResponseAsync();
            return stub.Json.TryGetProperty("stream_options", out var asked) ? asked.GetRawText() : "none";
        }
    }

    [Test]
    public async Task Nothing_is_sent_before_the_enumeration_and_each_is_a_call()
    {
        var calls = 0;
        var stub = ServiceStub.Answering(() =>
        {
            calls++;
            return new MemoryStream(Encoding.UTF8.GetBytes(CannedStreams.Whole["plain"]));
        });
        using var client = new AzureOpenAIChatClient(stub.Client());
        var stream = client.GetStreamingResponseAsync("x");
        Assert.That(calls, Is.Zero);
        await stream.ToChatResponseAsync();
        await stream.ToChatResponseAsync();
        Assert.That(calls, Is.EqualTo(2));
    }

    [Test]
    public async Task A_token_of_either_place_ends_the_stream()
    {
        using var client = new AzureOpenAIChatClient(ServiceStub.Answering(() => new MemoryStream(Encoding.UTF8.GetBytes(CannedStreams.Whole["plain"]))).Client());
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => client.GetStreamingResponseAsync("x", cancellationToken: cancelled.Token).ToChatResponseAsync());
        await Assert.CatchAsync<OperationCanceledException>(() => client.GetStreamingResponseAsync("x").ToChatResponseAsync(cancelled.Token));
    }

    [Test]
    public async Task A_piece_of_text_costs_little()
    {
        const int chunks = 2000;
        var body = Encoding.UTF8.GetBytes(CannedStreams.Role + string.Concat(Enumerable.Range(0, chunks).Select(i => CannedStreams.Text(" wo" + (i % 10)))) + CannedStreams.Stop + "data: [DONE]\n\n");
        using var http = new HttpClient(new FixedAnswer(body)) { BaseAddress = new Uri("https://contoso.openai.azure.com/") };
        using var client = new AzureOpenAIChatClient(new AzureOpenAIClient(http, new() { ChatDeployment = "m" }));
        var (text, allocated) = (0, 0L);
        for (var warm = 0; warm < 5; warm++)
        {
            text = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            await foreach (var update in client.GetStreamingResponseAsync("x"))
            {
                text += update.Contents.Count;
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.That(text, Is.EqualTo(chunks));
        Assert.That(allocated / chunks, Is.LessThanOrEqualTo(320));
    }

    private static async Task<List<ChatResponseUpdate>> ReadAsync(string stream)
    {
        using var client = new AzureOpenAIChatClient(ServiceStub.Answering(() => new PiecewiseStream(Encoding.UTF8.GetBytes(stream))).Client());
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in client.GetStreamingResponseAsync("x"))
        {
            updates.Add(update);
        }

        return updates;
    }
}
