using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using Microsoft.Extensions.AI;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatRole = Microsoft.Extensions.AI.ChatRole;
using Native = AuthProfiles.AzureOpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Tests.ExtensionsAI;

/// <summary>Each kind of message and content, by the bytes that it becomes.</summary>
internal sealed class ChatMessagesTests
{
    private static readonly byte[] Bytes = [1, 2, 3];

    [TestCase("system")]
    [TestCase("developer")]
    [TestCase("user")]
    [TestCase("assistant")]
    [TestCase("USER", "user")]
    public async Task Roles_that_speak(string role, string? sent = null) =>
        Assert.That(await SentChat.MessagesAsync(new ChatMessage(new ChatRole(role), "Hi")), Is.EqualTo($$"""{"role":"{{sent ?? role}}","content":"Hi"}"""));

    [TestCase("system", "Hi there")]
    [TestCase("assistant", "Hi there")]
    public async Task Pieces_of_text_are_joined_where_there_is_one_text(string role, string text) =>
        Assert.That(await SentChat.MessagesAsync(new ChatMessage(new ChatRole(role), [new TextContent("Hi"), new TextContent(" there")])), Is.EqualTo($$"""{"role":"{{role}}","content":"{{text}}"}"""));

    [TestCase("system")]
    [TestCase("user")]
    [TestCase("assistant")]
    public async Task A_message_without_content_is_an_empty_text(string role) =>
        Assert.That(await SentChat.MessagesAsync(new ChatMessage(new ChatRole(role), [new TextReasoningContent("Hm."), new UsageContent(new())])), Is.EqualTo($$"""{"role":"{{role}}","content":""}"""));

    [TestCase("mia-1_A", "mia-1_A")]
    [TestCase("Ana María <x>", "Ana_Mar_a__x_")]
    [TestCase("李明", null)]
    [TestCase("", null)]
    public async Task The_name_of_an_author_becomes_one_that_the_service_takes(string author, string? name) =>
        Assert.That(await SentChat.MessagesAsync(new ChatMessage(ChatRole.User, "x") { AuthorName = author }), Is.EqualTo("{\"role\":\"user\",\"content\":\"x\"" + (name is null ? "}" : $",\"name\":\"{name}\"}}")));

    [Test]
    public async Task The_name_of_an_author_is_cut() =>
        Assert.That(await SentChat.MessagesAsync(new ChatMessage(ChatRole.Assistant, "x") { AuthorName = new string('a', 65) }), Does.EndWith($"\"name\":\"{new string('a', 64)}\"}}"));

    [Test]
    public async Task What_a_user_shows()
    {
        var message = new ChatMessage(ChatRole.User,
        [
            new TextContent("See"),
            new UriContent("https://a.example/b%20c.png?d=%C3%A9", "image/png") { AdditionalProperties = new() { ["detail"] = "low" } },
            new DataContent(Bytes, "image/jpeg"),
            new DataContent(Bytes, "audio/mpeg"),
            new DataContent(Bytes, "audio/x-wav"),
            new DataContent(Bytes, "application/pdf") { Name = "a.pdf" },
            new DataContent(Bytes, "application/pdf"),
            new HostedFileContent("file-1"),
            new TextContent("replaced") { RawRepresentation = new ChatFilePart("file-2") },
        ]);
        Assert.That(await SentChat.MessagesAsync(message), Is.EqualTo("""{"role":"user","content":[""" + string.Join(',',
            """{"type":"text","text":"See"}""",
            """{"type":"image_url","image_url":{"url":"https://a.example/b%20c.png?d=%C3%A9","detail":"low"}}""",
            """{"type":"image_url","image_url":{"url":"data:image/jpeg;base64,AQID"}}""",
            """{"type":"input_audio","input_audio":{"data":"AQID","format":"mp3"}}""",
            """{"type":"input_audio","input_audio":{"data":"AQID","format":"wav"}}""",
            """{"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,AQID"}}""",
            """{"type":"file","file":{"filename":"file.pdf","file_data":"data:application/pdf;base64,AQID"}}""",
            """{"type":"file","file":{"file_id":"file-1"}}""",
            """{"type":"file","file":{"file_id":"file-2"}}""") + "]}"));
    }

    [Test]
    public async Task Calls_go_back_with_what_was_said_beside_them()
    {
        var message = new ChatMessage(ChatRole.Assistant,
        [
            new TextReasoningContent("Hm."),
            new TextContent("Wait."),
            new FunctionCallContent("c1", "weather", new Dictionary<string, object?> { ["city"] = "Oslo", ["days"] = JsonDocument.Parse("1.50").RootElement }),
            new FunctionCallContent("c2", "ping"),
            new FunctionCallContent("c3", "broken") { RawRepresentation = new ChatToolCall { Id = "c3", Name = "broken", Arguments = "{\"a\":" } },
        ]);
        Assert.That(await SentChat.MessagesAsync(message), Is.EqualTo("""
            {"role":"assistant","content":"Wait.","tool_calls":[{"id":"c1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Oslo\",\"days\":1.50}"}},{"id":"c2","type":"function","function":{"name":"ping","arguments":"{}"}},{"id":"c3","type":"function","function":{"name":"broken","arguments":"{\"a\":"}}]}
            """));
    }

    [Test]
    public async Task Calls_alone_have_no_text() => Assert.That(
        await SentChat.MessagesAsync(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("c1", "ping")])), Does.StartWith("""{"role":"assistant","content":null,"tool_calls":["""));

    [Test]
    public async Task A_refusal_and_a_spoken_answer_go_back()
    {
        var message = new ChatMessage(ChatRole.Assistant,
        [
            new ErrorContent("I can't.") { ErrorCode = "Refusal" },
            new ErrorContent("The service was slow.") { ErrorCode = "other" },
            new DataContent(Bytes, "audio/wav") { RawRepresentation = new ChatAudio { Id = "audio-1" } },
        ]);
        Assert.That(await SentChat.MessagesAsync(message), Is.EqualTo("""{"role":"assistant","content":null,"refusal":"I can't.","audio":{"id":"audio-1"}}"""));
    }

    [Test]
    public async Task Each_result_is_a_message_of_its_own()
    {
        var message = new ChatMessage(ChatRole.Tool,
        [
            new FunctionResultContent("c1", "rain"),
            new FunctionResultContent("c2", JsonDocument.Parse("\"sun\"").RootElement),
            new FunctionResultContent("c3", JsonDocument.Parse("{\"a\":[1]}").RootElement),
            new FunctionResultContent("c4", new Dictionary<string, object?> { ["b"] = "ü<2>" }),
            new FunctionResultContent("c5", 7),
            new FunctionResultContent("c6", null),
            new FunctionResultContent("c7", null) { Exception = new InvalidOperationException("password=1") },
            new FunctionResultContent("c8", "Error: no such city.") { Exception = new InvalidOperationException("password=1") },
            new FunctionResultContent("c9", new TextContent("fog")),
        ]);
        string[] contents = ["rain", "sun", "{\\\"a\\\":[1]}", "{\\\"b\\\":\\\"ü<2>\\\"}", "7", "", "Error: the function failed.", "Error: no such city.", "fog"];
        Assert.That(await SentChat.MessagesAsync(message), Is.EqualTo(string.Join(',', contents.Select((content, i) => $$"""{"role":"tool","content":"{{content}}","tool_call_id":"c{{i + 1}}"}"""))));
    }

    [Test]
    public async Task A_raw_message_goes_as_it_is() => Assert.That(
        await SentChat.MessagesAsync(new ChatMessage(ChatRole.User, "replaced") { RawRepresentation = Native.ChatMessage.Function("f", "7") }), Is.EqualTo("""{"role":"function","content":"7","name":"f"}"""));

    private static IEnumerable<TestCaseData<ChatMessage, string>> Refused()
    {
        yield return new(new(ChatRole.User, [new FunctionResultContent("c", "x")]), "FunctionResultContent") { TestName = "a result of a user" };
        yield return new(new(ChatRole.User, [new UriContent("https://a.example/b.mp3", "audio/mpeg")]), "UriContent") { TestName = "an address of sound" };
        yield return new(new(ChatRole.System, [new DataContent(Bytes, "image/png")]), "DataContent") { TestName = "an image as an instruction" };
        yield return new(new(ChatRole.Assistant, [new DataContent(Bytes, "image/png")]), "DataContent") { TestName = "an image of the model" };
        yield return new(new(ChatRole.Assistant, [new ToolApprovalRequestContent("r", new FunctionCallContent("c", "f"))]), "ToolApprovalRequestContent") { TestName = "a question to the user" };
        yield return new(new(ChatRole.Tool, "x"), "TextContent") { TestName = "a text of a tool" };
        yield return new(new(new ChatRole("critic"), "x"), "'critic'") { TestName = "a role of its own" };
    }

    [TestCaseSource(nameof(Refused))]
    public async Task What_the_service_has_no_place_for_is_refused(ChatMessage message, string named) =>
        Assert.That(await SentChat.RefusedAsync<NotSupportedException>(message), Does.Contain(named));

    [Test]
    public void There_has_to_be_a_message()
    {
        Assert.That(() => SentChat.BodyAsync([], null), Throws.ArgumentException);
        Assert.That(() => SentChat.BodyAsync([null!], null), Throws.ArgumentException);
    }
}
