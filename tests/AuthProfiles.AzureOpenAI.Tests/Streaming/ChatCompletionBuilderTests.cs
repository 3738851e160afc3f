using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.ContentFilters;
using AuthProfiles.AzureOpenAI.Streaming;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

internal sealed class ChatCompletionBuilderTests
{
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
