using System.Collections.Immutable;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Chat;

internal sealed class ChatMessageTests
{
    private static readonly ChatToolCall Call = new() { Id = "call_1", Name = "weather", Arguments = "{\"city\":" };

    private static IEnumerable<TestCaseData<ChatMessage, string>> Messages()
    {
        yield return new(ChatMessage.Assistant([Call]), """{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"weather","arguments":"{\"city\":"}}]}""");
        yield return new(
            ChatMessage.Assistant([Call, Call with { Id = "call_2" }], "One moment.") with { Name = "helper" },
            """{"role":"assistant","content":"One moment.","name":"helper","tool_calls":[{"id":"call_1","type":"function","function":{"name":"weather","arguments":"{\"city\":"}},{"id":"call_2","type":"function","function":{"name":"weather","arguments":"{\"city\":"}}]}""");
        yield return new(ChatMessage.Tool(Call, "12 degrees"), """{"role":"tool","content":"12 degrees","tool_call_id":"call_1"}""");
        yield return new(ChatMessage.Tool("call_2", string.Empty), """{"role":"tool","content":"","tool_call_id":"call_2"}""");
        yield return new(ChatMessage.Function("weather", "12 degrees"), """{"role":"function","content":"12 degrees","name":"weather"}""");
        yield return new(ChatMessage.Assistant(new ChatResponseMessage { Refusal = "No." }), """{"role":"assistant","content":null,"refusal":"No."}""");
        yield return new(ChatMessage.Assistant(new ChatResponseMessage { Content = string.Empty, ToolCalls = default }), """{"role":"assistant","content":""}""");
        yield return new(ChatMessage.Assistant(new ChatResponseMessage { Audio = new() { Id = "audio_1" } }), """{"role":"assistant","content":null,"audio":{"id":"audio_1"}}""");
        yield return new(
            ChatMessage.Assistant(new ChatResponseMessage { FunctionCall = new("weather", "{}") }), """{"role":"assistant","content":null,"function_call":{"name":"weather","arguments":"{}"}}""");
        yield return new(
            ChatMessage.Assistant([new ChatToolCall { Id = "c", Type = "custom", AdditionalProperties = ChatBodies.Bag("custom", "{\"name\":\"sql\",\"input\":\"x\"}") }]),
            """{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"custom","custom":{"name":"sql","input":"x"}}]}""");
    }

    [TestCaseSource(nameof(Messages))]
    public async Task A_message_goes_out_as_its_role_wants(ChatMessage message, string json) =>
        Assert.That(await ChatBodies.SentAsync(new ChatRequest(message)), Is.EqualTo("{\"messages\":[" + json + "]}"));

    [Test]
    public async Task A_round_trip_with_tools_is_two_statements()
    {
        var client = ServiceStub.Answering("""{"choices":[{"finish_reason":"tool_calls","message":{"content":null,"tool_calls":[{"id":"call_9","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Oslo\"}"}}]}}]}""").Client();
        var request = new ChatRequest("Weather?") { Tools = [new ChatTool("weather")] };

        var completion = await client.CompleteChatAsync(request);
        request = request.Append([ChatMessage.Assistant(completion), .. completion.ToolCalls.Select(call => ChatMessage.Tool(call, "12 degrees"))]);

        Assert.That(await ChatBodies.SentAsync(request), Does.StartWith(
            """{"messages":[{"role":"user","content":"Weather?"},{"role":"assistant","content":null,"tool_calls":[{"id":"call_9","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Oslo\"}"}}]},{"role":"tool","content":"12 degrees","tool_call_id":"call_9"}],"tools":"""));
    }

    [Test]
    public void What_says_nothing_is_no_message() => Assert.Multiple(() =>
    {
        Assert.That(() => ChatMessage.Assistant(new ChatCompletion()), Throws.ArgumentException);
        Assert.That(() => ChatMessage.Assistant(new ChatCompletion { Choices = default }), Throws.ArgumentException);
        Assert.That(() => ChatMessage.Assistant(new ChatResponseMessage()), Throws.ArgumentException);
        Assert.That(() => ChatMessage.Assistant(ImmutableArray<ChatToolCall>.Empty), Throws.ArgumentException);
        Assert.That(() => ChatMessage.Assistant([null!]), Throws.ArgumentException);
        Assert.That(() => ChatMessage.Assistant(default(ImmutableArray<ChatToolCall>)), Throws.ArgumentException);
        Assert.That(() => ChatMessage.Tool(string.Empty, "x"), Throws.ArgumentException);
        Assert.That(() => ChatMessage.Tool(new ChatToolCall(), "x"), Throws.ArgumentException);
        Assert.That(() => ChatMessage.Function(string.Empty, "x"), Throws.ArgumentException);
        Assert.That(() => ChatMessage.User("x", null!), Throws.ArgumentException);
    });
}
