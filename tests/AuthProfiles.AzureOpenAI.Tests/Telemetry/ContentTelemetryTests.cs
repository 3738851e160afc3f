using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Streaming;
using AuthProfiles.AzureOpenAI.Tests.Streaming;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Telemetry;

internal sealed class ContentTelemetryTests
{
    private const string Answer = """
        {"id":"c","model":"m","choices":[{"index":0,"finish_reason":"tool_calls","message":{"content":"CANARY answer","refusal":"CANARY refusal","reasoning_content":"CANARY thought",
        "tool_calls":[{"id":"call_2","type":"function","function":{"name":"find","arguments":"{\"q\":\"CANARY argument\"}"}}]}}]}
        """;

    private static readonly ChatRequest Question = new(
        ChatMessage.System("CANARY instruction"),
        ChatMessage.User("CANARY question", new ChatImagePart("https://example.com/CANARY.png"), new ChatImagePart("data:image/png;base64,SECRETBYTES"), new ChatImagePart(new byte[] { 1 }, "image/png"), new ChatAudioPart(new byte[] { 1 }, "wav"), new ChatFilePart("file-CANARY"), new ChatFilePart(new byte[] { 1 }, "application/pdf", "a.pdf")),
        ChatMessage.Assistant([new() { Id = "call_1", Name = "find", Arguments = "{\"q\":\"CANARY\"}" }, new() { Id = "call_1b", Name = "find", Arguments = "CANARY no JSON" }], "CANARY said"),
        ChatMessage.Tool("call_1", "CANARY result"))
    {
        User = "CANARY user",
        Tools = [new("find") { Description = "CANARY description" }],
        Metadata = new Dictionary<string, string> { ["CANARY"] = "CANARY" },
    };

    [Test]
    public async Task Without_the_option_nothing_that_was_said_is_told()
    {
        using var observer = new Observer();
        await ServiceStub.Answering(Answer).Client(observer.Configure).CompleteChatAsync(Question);
        await ServiceStub.Answering(CannedStreams.Role + CannedStreams.Text("CANARY") + CannedStreams.Stop).Client(observer.Configure).CompleteChatStreamingAsync(Question).ToCompletionAsync();
        await ServiceStub.Answering("""{"data":[{"index":0,"embedding":[1,2]}],"model":"m"}""").Client(observer.Configure).EmbedAsync(["CANARY text"]);
        Assert.That((observer.Spans.Count, observer.ShowAll()), Is.EqualTo((3, observer.ShowAll().Replace("CANARY", string.Empty, StringComparison.Ordinal))));
    }

    [Test]
    public async Task By_the_option_the_messages_are_told_in_the_form_of_the_conventions()
    {
        using var observer = new Observer();
        await ServiceStub.Answering(Answer).Client(o => Capture(observer, o)).CompleteChatAsync(Question);
        Assert.That(observer.Span.GetTagItem("gen_ai.input.messages"), Is.EqualTo(
            """[{"role":"system","parts":[{"type":"text","content":"CANARY instruction"}]},"""
            + """{"role":"user","parts":[{"type":"text","content":"CANARY question"},{"type":"uri","modality":"image","uri":"https://example.com/CANARY.png"},"""
            + """{"type":"blob","modality":"image"},{"type":"blob","modality":"image","mime_type":"image/png"},{"type":"blob","modality":"audio","mime_type":"audio/wav"},"""
            + """{"type":"file","modality":"document","file_id":"file-CANARY"},{"type":"blob","modality":"document","mime_type":"application/pdf"}]},"""
            + """{"role":"assistant","parts":[{"type":"text","content":"CANARY said"},{"type":"tool_call","id":"call_1","name":"find","arguments":{"q":"CANARY"}},"""
            + """{"type":"tool_call","id":"call_1b","name":"find","arguments":"CANARY no JSON"}]},"""
            + """{"role":"tool","parts":[{"type":"tool_call_response","id":"call_1","response":"CANARY result"}]}]"""));
        Assert.That(observer.Span.GetTagItem("gen_ai.output.messages"), Is.EqualTo(
            """[{"role":"assistant","parts":[{"type":"reasoning","content":"CANARY thought"},{"type":"text","content":"CANARY answer"},{"type":"refusal","content":"CANARY refusal"},"""
            + """{"type":"tool_call","id":"call_2","name":"find","arguments":{"q":"CANARY argument"}}],"finish_reason":"tool_call"}]"""));
        Assert.That(observer.Span.GetTagItem("gen_ai.response.finish_reasons"), Is.EqualTo(new[] { "tool_calls" }), "The service's own word.");
        Assert.That(observer.Of("gen_ai.client.operation.duration").Single().Tags, Does.Not.Contain("CANARY"));
    }

    [Test]
    public async Task By_the_option_a_stream_tells_its_whole_answer()
    {
        using var observer = new Observer();
        await ServiceStub.Answering(CannedStreams.Role + CannedStreams.Text("Hel") + CannedStreams.Text("lo") + CannedStreams.Stop).Client(o => Capture(observer, o)).CompleteChatStreamingAsync(new ChatRequest("Hi")).ToCompletionAsync();
        Assert.That((observer.Span.GetTagItem("gen_ai.input.messages"), observer.Span.GetTagItem("gen_ai.output.messages")), Is.EqualTo((
            """[{"role":"user","parts":[{"type":"text","content":"Hi"}]}]""", """[{"role":"assistant","parts":[{"type":"text","content":"Hello"}],"finish_reason":"stop"}]""")));
    }

    [Test]
    public async Task An_older_function_and_speech_are_told_too()
    {
        using var observer = new Observer();
        var answer = """{"choices":[{"index":0,"finish_reason":"function_call","message":{"content":null,"audio":{"id":"a","data":"AQI=","transcript":"Hello"},"function_call":{"name":"find","arguments":""}}}]}""";
        await ServiceStub.Answering(answer).Client(o => Capture(observer, o)).CompleteChatAsync(new ChatRequest(ChatMessage.User("x"), ChatMessage.Function("find", "found")));
        var input = JsonDocument.Parse((string)observer.Span.GetTagItem("gen_ai.input.messages")!).RootElement;
        Assert.That(input[1].GetRawText(), Is.EqualTo("""{"role":"function","name":"find","parts":[{"type":"tool_call_response","response":"found"}]}"""));
        Assert.That(observer.Span.GetTagItem("gen_ai.output.messages"), Is.EqualTo("""[{"role":"assistant","parts":[{"type":"text","content":"Hello"},{"type":"tool_call","name":"find","arguments":{}}],"finish_reason":"tool_call"}]"""));
        Assert.That(observer.Span.GetTagItem("gen_ai.response.finish_reasons"), Is.EqualTo(new[] { "function_call" }), "The service's own word.");
    }

    [TestCase("\"stop\"", ExpectedResult = "stop")]
    [TestCase("\"length\"", ExpectedResult = "length")]
    [TestCase("\"content_filter\"", ExpectedResult = "content_filter")]
    [TestCase("\"tool_calls\"", ExpectedResult = "tool_call")]
    [TestCase("\"function_call\"", ExpectedResult = "tool_call")]
    [TestCase("\"a new one\"", ExpectedResult = "a new one")]
    [TestCase("\"\"", ExpectedResult = "error")]
    [TestCase("null", ExpectedResult = "error")]
    public async Task<string?> Why_the_model_stopped_is_told_in_the_words_of_the_conventions(string reason)
    {
        using var observer = new Observer();
        await ServiceStub.Answering($$$"""{"choices":[{"index":0,"finish_reason":{{{reason}}},"message":{"content":"Hi"}}]}""").Client(o => Capture(observer, o)).CompleteChatAsync(new ChatRequest("Hi"));
        return JsonDocument.Parse((string)observer.Span.GetTagItem("gen_ai.output.messages")!).RootElement[0].GetProperty("finish_reason").GetString();
    }

    [Test]
    public async Task Of_a_stream_that_was_cut_what_came_is_told_and_that_it_was_cut()
    {
        using var observer = new Observer();
        var stream = ServiceStub.Answering(CannedStreams.Role + CannedStreams.Text("Hel")).Client(o => Capture(observer, o)).CompleteChatStreamingAsync(new ChatRequest("Hi"));
        await Assert.ThatAsync(() => stream.ToCompletionAsync(), Throws.TypeOf<AzureOpenAIException>());
        Assert.That(observer.Span.GetTagItem("gen_ai.output.messages"), Is.EqualTo("""[{"role":"assistant","parts":[{"type":"text","content":"Hel"}],"finish_reason":"error"}]"""));
        Assert.That(observer.Span.GetTagItem("gen_ai.response.finish_reasons"), Is.Null);
    }

    private static void Capture(Observer observer, AzureOpenAIOptions options)
    {
        observer.Configure(options);
        options.CaptureMessageContent = true;
    }
}
