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
            + """{"type":"tool_call","id":"call_2","name":"find","arguments":{"q":"CANARY argument"}}],"finish_reason":"tool_calls"}]"""));
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
        Assert.That(observer.Span.GetTagItem("gen_ai.output.messages"), Is.EqualTo("""[{"role":"assistant","parts":[{"type":"text","content":"Hello"},{"type":"tool_call","name":"find","arguments":{}}],"finish_reason":"function_call"}]"""));
    }

    private static void Capture(Observer observer, AzureOpenAIOptions options)
    {
        observer.Configure(options);
        options.CaptureMessageContent = true;
    }
}
