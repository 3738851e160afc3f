using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Chat;

internal sealed class ChatRequestTests
{
    [Test]
    public async Task Nothing_is_sent_that_was_not_set() =>
        Assert.That(await SentAsync(new ChatRequest("Hello")), Is.EqualTo("""{"messages":[{"role":"user","content":"Hello"}]}"""));

    [Test]
    public async Task Every_role_has_its_name() => Assert.That(
        await SentAsync(new ChatRequest(
            ChatMessage.System("s"), ChatMessage.Developer("d"), ChatMessage.User("u") with { Name = "mia" }, ChatMessage.Assistant("a"), ChatMessage.Tool("call_1", "t"))),
        Is.EqualTo("""{"messages":[{"role":"system","content":"s"},{"role":"developer","content":"d"},{"role":"user","content":"u","name":"mia"},{"role":"assistant","content":"a"},{"role":"tool","content":"t","tool_call_id":"call_1"}]}"""));

    [Test]
    public async Task Several_pieces_go_as_an_array() => Assert.That(
        await SentAsync(new ChatRequest(ChatMessage.User("one", new ChatTextPart("two")))),
        Is.EqualTo("""{"messages":[{"role":"user","content":[{"type":"text","text":"one"},{"type":"text","text":"two"}]}]}"""));

    private static IEnumerable<TestCaseData<ChatRequest, string>> Settings()
    {
        var question = new ChatRequest("x");
        yield return new(question with { Temperature = 0.2 }, "\"temperature\":0.2");
        yield return new(question with { Temperature = 0 }, "\"temperature\":0");
        yield return new(question with { TopP = 0.9 }, "\"top_p\":0.9");
        yield return new(question with { MaxCompletionTokens = 100 }, "\"max_completion_tokens\":100");
        yield return new(question with { MaxTokens = 100 }, "\"max_tokens\":100");
        yield return new(question with { Stop = ["END", "\n"] }, "\"stop\":[\"END\",\"\\n\"]");
        yield return new(question with { Seed = long.MinValue }, "\"seed\":-9223372036854775808");
        yield return new(question with { ChoiceCount = 2 }, "\"n\":2");
        yield return new(question with { User = "u-7" }, "\"user\":\"u-7\"");
        yield return new(question with { ResponseFormat = ChatResponseFormat.Text }, "\"response_format\":{\"type\":\"text\"}");
        yield return new(question with { ResponseFormat = ChatResponseFormat.JsonObject }, "\"response_format\":{\"type\":\"json_object\"}");
        yield return new(question with { AdditionalProperties = Bag("reasoning_effort", "\"low\"") }, "\"reasoning_effort\":\"low\"");
        yield return new(question with { AdditionalProperties = Bag("metadata", "{\"a\":[1,null]}") }, "\"metadata\":{\"a\":[1,null]}");
        yield return new(question with { AdditionalProperties = Bag("temperature", "1") }, "\"temperature\":1");
    }

    [TestCaseSource(nameof(Settings))]
    public async Task A_setting_goes_out_under_its_name(ChatRequest request, string member) =>
        Assert.That(await SentAsync(request), Is.EqualTo("""{"messages":[{"role":"user","content":"x"}],""" + member + "}"));

    [Test]
    public async Task The_body_is_json_of_a_known_length()
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        await stub.Client().CompleteChatAsync(new ChatRequest("Grüße, 世界 🌍 <b>\"quoted\"</b>"));
        Assert.Multiple(() =>
        {
            Assert.That(stub.MediaType, Is.EqualTo("application/json"));
            Assert.That(stub.BodyLength, Is.EqualTo(System.Text.Encoding.UTF8.GetByteCount(stub.Body)));
            Assert.That(stub.Json.GetProperty("messages")[0].GetProperty("content").GetString(), Is.EqualTo("Grüße, 世界 🌍 <b>\"quoted\"</b>"));
        });
    }

    [Test]
    public async Task A_long_conversation_arrives_whole()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789", 50_000));
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        await stub.Client().CompleteChatAsync(new ChatRequest(text));
        Assert.That(stub.Json.GetProperty("messages")[0].GetProperty("content").GetString(), Is.EqualTo(text));
    }

    [TestCase("messages")]
    [TestCase("model")]
    [TestCase("stream")]
    [TestCase("temperature")]
    [TestCase("stop")]
    public async Task A_member_never_goes_out_twice(string name)
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        var request = new ChatRequest("x") { Temperature = 1, Stop = ["a"], AdditionalProperties = Bag(name, "true") };
        var error = await Assert.CatchAsync<ArgumentException>(() => stub.Client().CompleteChatAsync(request));
        Assert.That((error!.Message.Contains(name, StringComparison.Ordinal), stub.Uri), Is.EqualTo((true, default(Uri))));
    }

    [Test]
    public async Task The_two_token_limits_exclude_each_other()
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        await Assert.CatchAsync<ArgumentException>(() => stub.Client().CompleteChatAsync(new ChatRequest("x") { MaxTokens = 1, MaxCompletionTokens = 1 }));
        Assert.That(stub.Uri, Is.Null);
    }

    [Test]
    public void A_request_without_messages_is_refused() => Assert.Multiple(() =>
    {
        Assert.That(() => new ChatRequest([]), Throws.ArgumentException);
        Assert.That(() => new ChatRequest(default(ImmutableArray<ChatMessage>)), Throws.ArgumentException);
        Assert.That(() => new ChatRequest([null!]), Throws.ArgumentException);
        Assert.That(() => ChatMessage.User([]), Throws.ArgumentException);
    });

    [Test]
    public async Task Later_changes_of_what_was_given_change_nothing()
    {
        var document = JsonDocument.Parse("\"low\"");
        var bag = new Dictionary<string, JsonElement> { ["reasoning_effort"] = document.RootElement };
        var request = new ChatRequest("x") { AdditionalProperties = bag };
        bag["more"] = document.RootElement;
        document.Dispose();
        Assert.That(await SentAsync(request), Does.EndWith(",\"reasoning_effort\":\"low\"}"));
    }

    [Test]
    public async Task One_request_serves_many_calls_at_once()
    {
        var request = new ChatRequest("x") { Temperature = 0.5, AdditionalProperties = Bag("store", "false") };
        var sent = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => SentAsync(request))));
        Assert.That(sent.Distinct().Count(), Is.EqualTo(1));
    }

    private static Dictionary<string, JsonElement> Bag(string name, string json) => new() { [name] = JsonDocument.Parse(json).RootElement };

    private static async Task<string> SentAsync(ChatRequest request)
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        await stub.Client().CompleteChatAsync(request);
        return stub.Body;
    }
}
