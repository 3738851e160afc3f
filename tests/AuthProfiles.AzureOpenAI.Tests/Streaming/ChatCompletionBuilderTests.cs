using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.ContentFilters;
using AuthProfiles.AzureOpenAI.Streaming;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

internal sealed class ChatCompletionBuilderTests
{
    private static readonly Dictionary<string, ChatUpdate> Pieces = new(StringComparer.Ordinal)
    {
        ["text"] = new() { Text = string.Empty },
        ["tool call"] = new() { ToolCall = new(0, null, null, null, string.Empty) },
        ["refusal"] = new() { Refusal = string.Empty },
        ["function call"] = new() { FunctionCall = new("find", string.Empty) },
        ["reason"] = new() { FinishReason = FinishReason.Stop },
        ["filter"] = new() { ContentFilter = new("{}"u8.ToArray()) },
        ["probabilities"] = new() { LogProbabilities = new() },
        ["reasoning"] = new() { ReasoningContent = string.Empty },
        ["audio"] = new() { Audio = new() },
        ["context"] = new() { Context = new() },
        ["annotations"] = new() { Annotations = [new()] },
    };

    private static IEnumerable<string> Members => Pieces.Keys;

    [Test]
    public async Task Pieces_of_interleaved_tool_calls_become_calls()
    {
        var choice = await ChoiceAsync("tool calls");
        Assert.That(choice.Message.ToolCalls.Select(call => (call.Id, call.Type, call.Name, call.Arguments)), Is.EqualTo(new[]
        {
            ("call_a", "function", "find", "{\"id\":1}"),
            ("call_b", "function", "close", "{} "),
            ("call_c", "function", "log", "["),
        }));
        Assert.That((choice.FinishReason, choice.Message.ToolCalls[0].TryGetArguments(out _), choice.Message.ToolCalls[2].TryGetArguments(out _)), Is.EqualTo((FinishReason.ToolCalls, true, false)));
    }

    [Test]
    public async Task The_older_call_of_a_function_is_put_together() =>
        Assert.That((await ChoiceAsync("function call")).Message.FunctionCall, Is.EqualTo(new ChatFunctionCall("find", "{}")));

    [Test]
    public async Task Probabilities_are_joined() =>
        Assert.That((await ChoiceAsync("log probabilities")).LogProbabilities!.Content.Select(token => token.LogProbability), Is.EqualTo(new[] { -0.5, -0.1 }));

    [Test]
    public async Task What_few_answers_have_is_joined_too()
    {
        var message = (await ChoiceAsync("rare pieces")).Message;
        Assert.Multiple(() =>
        {
            Assert.That((message.ReasoningContent, message.Context!.Intent, message.Annotations.Single().Title), Is.EqualTo(("Hm.", "find", "E")));
            Assert.That((message.Audio!.Id, message.Audio.Transcript, message.Audio.ExpiresAt is not null), Is.EqualTo(("audio_1", "Hello", true)));
            Assert.That(message.Audio!.Bytes.ToArray(), Is.EqualTo(new byte[] { 1, 2, 3 }));
        });
    }

    [Test]
    public async Task A_streamed_answer_is_what_the_whole_one_is()
    {
        var streamed = await ServiceStub.Answering(CannedStreams.Whole["plain"], headers: ("x-request-id", "r-1")).Client().CompleteChatStreamingAsync(new("Hello")).ToCompletionAsync();
        Assert.Multiple(() =>
        {
            Assert.That((streamed.Id, streamed.Model, streamed.SystemFingerprint, streamed.RequestId), Is.EqualTo(("chatcmpl-1", "gpt-4o-2024-11-20", "fp_1", "r-1")));
            Assert.That((streamed.CreatedAt!.Value.Year, streamed.Choices.Length, streamed.PromptFilterResults.Length, streamed.Usage!.TotalTokens), Is.EqualTo((2025, 1, 1, 12)));
            Assert.That(streamed.Choices[0].ContentFilter!.ReadCategories().Select(category => category.Name), Is.EqualTo(new[] { "hate", "self_harm" }));
        });
    }

    [Test]
    public async Task Members_that_are_new_are_joined() =>
        Assert.That((await Transcript.ReadAsync(CannedStreams.Whole["new members"])).Completion.AdditionalProperties["service_tier"].GetString(), Is.EqualTo("default"));

    [Test]
    public void Results_that_withheld_content_are_not_replaced_by_later_ones()
    {
        var builder = new ChatCompletionBuilder();
        foreach (var json in new[] { "{\"hate\":{\"filtered\":false}}", "{}", "{\"hate\":{\"filtered\":true}}", "{\"hate\":{\"filtered\":false}}" })
        {
            builder.Add(new() { ContentFilter = new(System.Text.Encoding.UTF8.GetBytes(json)) });
        }

        Assert.That(builder.Build().Choices.Single().ContentFilter!.ToString(), Is.EqualTo("{\"hate\":{\"filtered\":true}}"));
    }

    [Test]
    public void Results_that_can_not_be_read_do_not_cost_the_answer()
    {
        var builder = new ChatCompletionBuilder();
        builder.Add(new() { Text = "Hi", ContentFilter = new ContentFilterResults("[]"u8.ToArray()) });
        Assert.That(builder.Build().Text, Is.EqualTo("Hi"));
    }

    [Test]
    public void An_answer_without_updates_is_empty() => Assert.That(new ChatCompletionBuilder().Build().Choices, Is.Empty);

    [Test]
    public void It_can_be_asked_before_the_end()
    {
        var builder = new ChatCompletionBuilder();
        builder.Add(new() { Text = "a" });
        var early = builder.Build();
        builder.Add(new() { Text = "b" });
        Assert.That((early.Text, builder.Build().Text), Is.EqualTo(("a", "ab")));
    }

    [TestCaseSource(nameof(Members))]
    public void Whatever_an_update_has_begins_its_answer(string member)
    {
        var builder = new ChatCompletionBuilder();
        builder.Add(Pieces[member] with { ChoiceIndex = 1 });

        Assert.That(builder.Build().Choices.Select(static choice => choice.Index), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void An_update_of_the_request_begins_none()
    {
        var builder = new ChatCompletionBuilder();
        builder.Add(new() { Usage = new(), PromptFilterResults = [new(0, new ContentFilterResults("{}"u8.ToArray()))] });

        Assert.That(builder.Build().Choices, Is.Empty);
    }

    [Test]
    public void What_comes_once_stays_and_what_comes_again_is_the_last()
    {
        var builder = new ChatCompletionBuilder();
        ChatUsage[] usages = [new() { TotalTokens = 1 }, new() { TotalTokens = 2 }];
        ChatMessageContext[] contexts = [new() { Intent = "find" }, new() { Intent = "close" }];
        ChatAudio[] recordings = [new() { Id = "a", ExpiresAt = DateTimeOffset.UnixEpoch }, new() { ExpiresAt = DateTimeOffset.UnixEpoch.AddHours(1) }];
        builder.Add(new() { Usage = usages[0], Context = contexts[0], Audio = recordings[0] });
        builder.Add(new() { Audio = new() });
        var early = builder.Build();
        builder.Add(new() { Usage = usages[1], Context = contexts[1], Audio = recordings[1] });
        var late = builder.Build();

        Assert.That((early.Usage, early.Choices[0].Message.Context, early.Choices[0].Message.Audio!.ExpiresAt), Is.EqualTo((usages[0], contexts[0], recordings[0].ExpiresAt)));
        Assert.That((late.Usage, late.Choices[0].Message.Context, late.Choices[0].Message.Audio!.ExpiresAt, late.Choices[0].Message.Audio!.Id), Is.EqualTo((usages[1], contexts[1], recordings[1].ExpiresAt, "a")));
    }

    [Test]
    public void Tokens_of_a_refusal_are_joined_too_and_without_any_there_are_no_probabilities()
    {
        var builder = new ChatCompletionBuilder();
        builder.Add(new() { Text = "a" });
        var without = builder.Build();
        builder.Add(new() { LogProbabilities = new() { Refusal = [new() { Token = "I" }] } });
        builder.Add(new() { LogProbabilities = new() { Refusal = [new() { Token = "m" }] } });

        Assert.That(without.Choices[0].LogProbabilities, Is.Null);
        Assert.That(builder.Build().Choices[0].LogProbabilities!.Refusal.Select(static token => token.Token), Is.EqualTo(new[] { "I", "m" }));
    }

    [Test]
    public void A_call_without_an_id_a_kind_and_a_name_is_one_of_a_function()
    {
        var builder = new ChatCompletionBuilder();
        builder.Add(new() { ToolCall = new(0, null, null, null, "{}") });
        builder.Add(new() { ToolCall = new(1, "call_b", "custom", "find", "x"), FunctionCall = new(string.Empty, "{}"), Audio = new() });
        var message = builder.Build().Choices.Single().Message;

        Assert.That(message.ToolCalls.Select(static call => (call.Id, call.Type, call.Name, call.Arguments)), Is.EqualTo(new[] { (string.Empty, "function", string.Empty, "{}"), ("call_b", "custom", "find", "x") }));
        Assert.That((message.FunctionCall!.Name, message.Audio!.Id), Is.EqualTo((string.Empty, string.Empty)));
    }

    [Test]
    public void An_id_that_is_repeated_empty_is_kept()
    {
        var builder = new ChatCompletionBuilder();
        builder.Add(new() { ToolCall = new(0, "call_a", "function", "find", "{") });
        builder.Add(new() { ToolCall = new(0, string.Empty, string.Empty, string.Empty, "}") });
        var call = builder.Build().Choices.Single().Message.ToolCalls.Single();
        Assert.That((call.Id, call.Type, call.Name, call.Arguments), Is.EqualTo(("call_a", "function", "find", "{}")));
    }

    private static async Task<ChatChoice> ChoiceAsync(string name) => (await Transcript.ReadAsync(CannedStreams.Whole[name])).Completion.Choices.Single();
}
