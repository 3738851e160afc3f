using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.DataSources;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Chat;

internal sealed class ChatRequestTests
{
    [Test]
    public async Task Nothing_is_sent_that_was_not_set() =>
        Assert.That(await ChatBodies.SentAsync(new ChatRequest("Hello")), Is.EqualTo("""{"messages":[{"role":"user","content":"Hello"}]}"""));

    [Test]
    public async Task Every_role_has_its_name() => Assert.That(
        await ChatBodies.SentAsync(new ChatRequest(
            ChatMessage.System("s"), ChatMessage.Developer("d"), ChatMessage.User("u") with { Name = "mia" }, ChatMessage.Assistant("a"), ChatMessage.Tool("call_1", "t"))),
        Is.EqualTo("""{"messages":[{"role":"system","content":"s"},{"role":"developer","content":"d"},{"role":"user","content":"u","name":"mia"},{"role":"assistant","content":"a"},{"role":"tool","content":"t","tool_call_id":"call_1"}]}"""));

    [Test]
    public async Task Several_pieces_go_as_an_array() => Assert.That(
        await ChatBodies.SentAsync(new ChatRequest(ChatMessage.User("one", new ChatTextPart("two")))),
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
        yield return new(question with { FrequencyPenalty = -0.5 }, "\"frequency_penalty\":-0.5");
        yield return new(question with { PresencePenalty = 2 }, "\"presence_penalty\":2");
        yield return new(question with { LogitBias = new Dictionary<int, int> { [50256] = -100, [7] = 3 } }, "\"logit_bias\":{\"7\":3,\"50256\":-100}");
        yield return new(question with { IncludeLogProbabilities = false }, "\"logprobs\":false");
        yield return new(question with { IncludeLogProbabilities = true, TopLogProbabilityCount = 0 }, "\"logprobs\":true,\"top_logprobs\":0");
        yield return new(question with { ReasoningEffort = "minimal" }, "\"reasoning_effort\":\"minimal\"");
        yield return new(question with { Prediction = "class A;" }, "\"prediction\":{\"type\":\"content\",\"content\":\"class A;\"}");
        yield return new(
            question with { Modalities = ["text", "audio"], Audio = new ChatAudioOptions("alloy", "wav") },
            "\"modalities\":[\"text\",\"audio\"],\"audio\":{\"voice\":\"alloy\",\"format\":\"wav\"}");
        yield return new(question with { Store = true, Metadata = new Dictionary<string, string> { ["team"] = "a" } }, "\"store\":true,\"metadata\":{\"team\":\"a\"}");
        yield return new(
            question with { UserSecurityContext = new() { ApplicationName = "notes", EndUserId = "u", EndUserTenantId = "t", SourceIP = "192.0.2.1" } },
            "\"user_security_context\":{\"application_name\":\"notes\",\"end_user_id\":\"u\",\"end_user_tenant_id\":\"t\",\"source_ip\":\"192.0.2.1\"}");
        yield return new(question with { UserSecurityContext = new() }, "\"user_security_context\":{}");
        yield return new(question with { AdditionalProperties = ChatBodies.Bag("verbosity", "\"low\"") }, "\"verbosity\":\"low\"");
        yield return new(question with { AdditionalProperties = ChatBodies.Bag("reasoning_effort", "\"low\"") }, "\"reasoning_effort\":\"low\"");
        yield return new(question with { AdditionalProperties = ChatBodies.Bag("metadata", "{\"a\":[1,null]}") }, "\"metadata\":{\"a\":[1,null]}");
        yield return new(question with { AdditionalProperties = ChatBodies.Bag("temperature", "1") }, "\"temperature\":1");
    }

    [TestCaseSource(nameof(Settings))]
    public async Task A_setting_goes_out_under_its_name(ChatRequest request, string member) =>
        Assert.That(await ChatBodies.SentAsync(request), Is.EqualTo("""{"messages":[{"role":"user","content":"x"}],""" + member + "}"));

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

    private static readonly ChatRequest Everything = new("x")
    {
        Temperature = 1,
        TopP = 1,
        MaxCompletionTokens = 1,
        Stop = ["a"],
        FrequencyPenalty = 1,
        PresencePenalty = 1,
        Seed = 1,
        ChoiceCount = 1,
        LogitBias = new Dictionary<int, int> { [1] = 1 },
        IncludeLogProbabilities = true,
        TopLogProbabilityCount = 1,
        User = "u",
        ResponseFormat = ChatResponseFormat.Text,
        Tools = [new ChatTool("f")],
        ToolChoice = ChatToolChoice.Auto,
        AllowParallelToolCalls = true,
        ReasoningEffort = "low",
        Prediction = "p",
        Modalities = ["audio"],
        Audio = new("alloy", "wav"),
        DataSources = [new AzureSearchDataSource("https://s.search.windows.net", "i", DataSourceAuthentication.SystemAssignedManagedIdentity)],
        UserSecurityContext = new(),
        Store = true,
        Metadata = new Dictionary<string, string> { ["a"] = "b" },
    };

    [Test]
    public async Task A_member_never_goes_out_twice()
    {
        var sent = ChatBodies.Json(await ChatBodies.SentAsync(Everything)).EnumerateObject().Select(member => member.Name).ToArray();
        Assert.That(sent, Is.Unique.And.Length.EqualTo(25));
        foreach (var name in sent.Concat(["model", "stream"]))
        {
            Assert.That(await ChatBodies.RefusedAsync(Everything with { AdditionalProperties = ChatBodies.Bag(name, "true") }), Does.Contain($"'{name}'"));
        }

        Assert.That(
            await ChatBodies.RefusedAsync(new ChatRequest("x") { MaxTokens = 1, AdditionalProperties = ChatBodies.Bag("max_tokens", "1") }), Does.Contain("'max_tokens'"));
    }

    [Test]
    public async Task A_member_that_was_not_set_may_be_added()
    {
        foreach (var member in ChatBodies.Json(await ChatBodies.SentAsync(Everything)).EnumerateObject().Where(member => member.Name != "messages"))
        {
            Assert.That(await ChatBodies.SentAsync(new ChatRequest("x") { AdditionalProperties = ChatBodies.Bag(member.Name, "1") }), Is.EqualTo(ChatBodies.Start + $"\"{member.Name}\":1}}"));
        }
    }

    private static IEnumerable<TestCaseData<ChatRequest, string>> Contradictions()
    {
        var question = new ChatRequest("x");
        yield return new(question with { MaxTokens = 1, MaxCompletionTokens = 1 }, "MaxCompletionTokens");
        yield return new(question with { Temperature = double.NaN }, "Temperature");
        yield return new(question with { TopP = double.PositiveInfinity }, "TopP");
        yield return new(question with { FrequencyPenalty = double.NegativeInfinity }, "FrequencyPenalty");
        yield return new(question with { PresencePenalty = double.NaN }, "PresencePenalty");
        yield return new(question with { TopLogProbabilityCount = 2 }, "IncludeLogProbabilities");
        yield return new(question with { TopLogProbabilityCount = 2, IncludeLogProbabilities = false }, "IncludeLogProbabilities");
        yield return new(question with { ToolChoice = ChatToolChoice.Required }, "Tools");
        yield return new(question with { AllowParallelToolCalls = false }, "Tools");
        yield return new(question with { ToolChoice = ChatToolChoice.Function("g"), Tools = [new ChatTool("f"), new ChatTool("G")] }, "'g'");
        yield return new(question with { Modalities = ["audio"] }, "Audio");
        yield return new(question with { Modalities = ["text"], Audio = new("alloy", "wav") }, "modality");
        yield return new(question with { Audio = new("alloy", "wav") }, "modality");
    }

    [TestCaseSource(nameof(Contradictions))]
    public async Task A_contradiction_is_refused_before_it_is_sent(ChatRequest request, string word) =>
        Assert.That(await ChatBodies.RefusedAsync(request), Does.Contain(word));

    [Test]
    public async Task What_the_caller_adds_is_no_contradiction() => await Assert.MultipleAsync(async () =>
    {
        Assert.That(
            await ChatBodies.SentAsync(new ChatRequest("x") { TopLogProbabilityCount = 2, AdditionalProperties = ChatBodies.Bag("logprobs", "true") }), Does.EndWith("\"top_logprobs\":2,\"logprobs\":true}"));
        Assert.That(
            await ChatBodies.SentAsync(new ChatRequest("x") { ToolChoice = ChatToolChoice.Function("f"), AdditionalProperties = ChatBodies.Bag("tools", "[]") }), Does.EndWith("\"tools\":[]}"));
        Assert.That(
            await ChatBodies.SentAsync(new ChatRequest("x") { Modalities = ["audio"], AdditionalProperties = ChatBodies.Bag("audio", "{}") }), Does.EndWith("\"audio\":{}}"));
        Assert.That(
            await ChatBodies.SentAsync(new ChatRequest("x") { Audio = new("alloy", "wav"), AdditionalProperties = ChatBodies.Bag("modalities", "[]") }), Does.EndWith("\"modalities\":[]}"));
    });

    [Test]
    public async Task A_list_that_is_no_list_is_not_sent() => Assert.That(
        await ChatBodies.SentAsync(new ChatRequest("x") { Stop = default, Tools = default, Modalities = default, DataSources = default }), Is.EqualTo(ChatBodies.Start[..^1] + "}"));

    [Test]
    public async Task A_conversation_goes_on()
    {
        var first = new ChatRequest("x") { Temperature = 1 };
        var second = first.Append(ChatMessage.Assistant("y"), ChatMessage.User("z"));
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await ChatBodies.SentAsync(second), Is.EqualTo("""{"messages":[{"role":"user","content":"x"},{"role":"assistant","content":"y"},{"role":"user","content":"z"}],"temperature":1}"""));
            Assert.That(first.Messages, Has.Length.EqualTo(1));
            Assert.That(() => first.Append([null!]), Throws.ArgumentException);
            Assert.That(() => first.Append(default(ImmutableArray<ChatMessage>)), Throws.ArgumentException);
        });
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
        Assert.That(await ChatBodies.SentAsync(request), Does.EndWith(",\"reasoning_effort\":\"low\"}"));

        var (bias, marks) = (new Dictionary<int, int> { [1] = 2 }, new Dictionary<string, string> { ["a"] = "b" });
        request = new ChatRequest("x") { LogitBias = bias, Metadata = marks };
        bias.Clear();
        marks.Clear();
        Assert.That(await ChatBodies.SentAsync(request), Does.EndWith(",\"logit_bias\":{\"1\":2},\"metadata\":{\"a\":\"b\"}}"));
    }

    [Test]
    public async Task One_request_serves_many_calls_at_once()
    {
        var request = new ChatRequest("x") { Temperature = 0.5, AdditionalProperties = ChatBodies.Bag("store", "false") };
        var sent = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => ChatBodies.SentAsync(request))));
        Assert.That(sent.Distinct().Count(), Is.EqualTo(1));
    }
}
