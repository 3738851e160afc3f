using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using Microsoft.Extensions.AI;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat;
using ChatRole = Microsoft.Extensions.AI.ChatRole;

namespace AuthProfiles.AzureOpenAI.Tests.ExtensionsAI;

/// <summary>Each option, by the bytes that it becomes.</summary>
internal sealed class ChatOptionsTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse("""{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"}},"required":["a"]}""").RootElement;

    [Test]
    public async Task Nothing_is_sent_that_nobody_set() => Assert.That((await SentChat.WithAsync(null), await SentChat.WithAsync(new())), Is.EqualTo((string.Empty, string.Empty)));

    [Test]
    public async Task Numbers_go_out_as_they_were_written() => Assert.That(
        await SentChat.WithAsync(new() { Temperature = 0.7f, TopP = 0.95f, MaxOutputTokens = 99, FrequencyPenalty = -0.1f, PresencePenalty = 2, Seed = long.MaxValue, StopSequences = ["\n", "end"] }),
        Is.EqualTo("""
            "temperature":0.7,"top_p":0.95,"max_completion_tokens":99,"stop":["\n","end"],"frequency_penalty":-0.1,"presence_penalty":2,"seed":9223372036854775807
            """));

    [TestCase(ReasoningEffort.None, "none")]
    [TestCase(ReasoningEffort.Low, "low")]
    [TestCase(ReasoningEffort.Medium, "medium")]
    [TestCase(ReasoningEffort.High, "high")]
    [TestCase(ReasoningEffort.ExtraHigh, "xhigh")]
    public async Task The_effort_of_reasoning_has_the_services_words(ReasoningEffort effort, string word) =>
        Assert.That(await SentChat.WithAsync(new() { Reasoning = new() { Effort = effort, Output = ReasoningOutput.Full } }), Is.EqualTo($"\"reasoning_effort\":\"{word}\""));

    [Test]
    public async Task Formats_of_the_answer()
    {
        var schema = ChatResponseFormat.ForJsonSchema(Schema, "ticket", "A ticket.");
        Assert.Multiple(async () =>
        {
            Assert.That(await SentChat.WithAsync(new() { ResponseFormat = ChatResponseFormat.Text }), Is.EqualTo("""
                "response_format":{"type":"text"}
                """));
            Assert.That(await SentChat.WithAsync(new() { ResponseFormat = ChatResponseFormat.Json }), Is.EqualTo("""
                "response_format":{"type":"json_object"}
                """));
            Assert.That(await SentChat.WithAsync(new() { ResponseFormat = schema }), Is.EqualTo("""
                "response_format":{"type":"json_schema","json_schema":{"name":"ticket","description":"A ticket.","schema":{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"}},"required":["a"]}}}
                """));
            Assert.That(await SentChat.WithAsync(new() { ResponseFormat = schema, AdditionalProperties = new() { ["strict"] = true } }), Is.EqualTo("""
                "response_format":{"type":"json_schema","json_schema":{"name":"ticket","description":"A ticket.","schema":{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"}},"required":["a","b"],"additionalProperties":false},"strict":true}}
                """));
            Assert.That(await SentChat.WithAsync(new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema), AdditionalProperties = new() { ["strict"] = JsonDocument.Parse("false").RootElement } }), Does.Contain("""
                "name":"answer",
                """).And.EndWith("\"strict\":false}}"));
        });
    }

    [Test]
    public async Task Functions_are_tools_with_their_schema()
    {
        var weather = AIFunctionFactory.Create(Weather, "weather");
        var sent = await SentChat.WithAsync(new() { Tools = [weather, AIFunctionFactory.CreateDeclaration("ping", null, JsonDocument.Parse("{}").RootElement)], ToolMode = ChatToolMode.Auto, AllowMultipleToolCalls = false });
        using var tools = JsonDocument.Parse("{" + sent + "}");
        var function = tools.RootElement.GetProperty("tools")[0].GetProperty("function");
        Assert.Multiple(() =>
        {
            Assert.That((function.GetProperty("name").GetString(), function.GetProperty("description").GetString()), Is.EqualTo(("weather", "Tells the weather.")));
            Assert.That(function.GetProperty("parameters").GetRawText(), Is.EqualTo(JsonSerializer.Serialize(weather.JsonSchema)));
            Assert.That(function.TryGetProperty("strict", out _), Is.False);
            Assert.That(sent, Does.EndWith("""
                {"type":"function","function":{"name":"ping"}}],"tool_choice":"auto","parallel_tool_calls":false
                """));
        });
    }

    [Test]
    public async Task A_strict_tool_has_a_strict_schema_and_its_own_word_comes_first()
    {
        var options = new ChatOptions
        {
            Tools =
            [
                AIFunctionFactory.CreateDeclaration("f", null, Schema),
                AIFunctionFactory.Create(Weather, new AIFunctionFactoryOptions { Name = "g", AdditionalProperties = new Dictionary<string, object?> { ["strict"] = false } }),
            ],
            AdditionalProperties = new() { ["strict"] = true },
        };
        var sent = await SentChat.WithAsync(options);
        Assert.That(sent, Does.StartWith("""
            "tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"}},"required":["a","b"],"additionalProperties":false},"strict":true}},{
            """).And.EndWith("\"strict\":false}}]"));
    }

    [Test]
    public async Task Tool_modes()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await ModeAsync(ChatToolMode.None), Is.EqualTo("\"none\""));
            Assert.That(await ModeAsync(ChatToolMode.RequireAny), Is.EqualTo("\"required\""));
            Assert.That(await ModeAsync(ChatToolMode.RequireSpecific("weather")), Is.EqualTo("""{"type":"function","function":{"name":"weather"}}"""));

            // Those who call functions take the tools away for the last answer and leave the rest.
            Assert.That(await SentChat.WithAsync(new() { ToolMode = ChatToolMode.RequireAny, AllowMultipleToolCalls = true }), Is.Empty);
        });

        static async Task<string> ModeAsync(ChatToolMode mode)
        {
            using var sent = JsonDocument.Parse("{" + await SentChat.WithAsync(new() { Tools = [AIFunctionFactory.Create(Weather, "weather")], ToolMode = mode }) + "}");
            return sent.RootElement.GetProperty("tool_choice").GetRawText();
        }
    }

    [Test]
    public async Task Additional_properties_go_into_the_body() => Assert.That(
        await SentChat.WithAsync(new() { AdditionalProperties = new() { ["user"] = "u-1", ["verbosity"] = JsonDocument.Parse("\"low\"").RootElement, ["metadata"] = new Dictionary<string, object?> { ["a"] = 1 } } }),
        Does.Contain("\"user\":\"u-1\"").And.Contain("\"verbosity\":\"low\"").And.Contain("\"metadata\":{\"a\":1}"));

    [Test]
    public async Task A_property_that_an_option_sets_too_is_refused() =>
        Assert.That(await SentChat.RefusedAsync<ArgumentException>(new ChatOptions { Temperature = 1, AdditionalProperties = new() { ["temperature"] = 0 } }), Does.Contain("'temperature'"));

    [Test]
    public async Task Instructions_come_first() => Assert.That(
        await SentChat.BodyAsync([new(ChatRole.System, "Be kind."), new(ChatRole.User, "x")], new() { Instructions = "Be brief." }),
        Is.EqualTo("""{"messages":[{"role":"system","content":"Be brief."},{"role":"system","content":"Be kind."},{"role":"user","content":"x"}]}"""));

    [TestCase(null, null, "gpt-4o-mini")]
    [TestCase("own", null, "own")]
    [TestCase("own", "other", "other")]
    public async Task The_model_is_the_deployment(string? own, string? asked, string called)
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        using var client = new AzureOpenAIChatClient(stub.Client(), own);
        await client.GetResponseAsync("x", new() { ModelId = asked });
        Assert.That(stub.Uri!.AbsolutePath, Is.EqualTo($"/openai/deployments/{called}/chat/completions"));
    }

    [Test]
    public async Task A_raw_request_comes_before_the_options_but_for_its_messages()
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        using var client = new AzureOpenAIChatClient(stub.Client());
        object? given = null;
        await client.GetResponseAsync("x", new()
        {
            ModelId = "other",
            Temperature = 1,
            TopP = 0.5f,
            MaxOutputTokens = 9,
            Tools = [AIFunctionFactory.CreateDeclaration("g", null, JsonDocument.Parse("{}").RootElement)],
            AdditionalProperties = new() { ["verbosity"] = "low" },
            RawRepresentationFactory = self =>
            {
                given = self;
                return new ChatRequest("replaced") { Deployment = "raw", Temperature = 0, MaxTokens = 5, User = "u", Tools = [new("f")], AdditionalProperties = new Dictionary<string, JsonElement> { ["verbosity"] = Schema, ["more"] = Schema.GetProperty("required") } };
            },
        });
        Assert.Multiple(() =>
        {
            Assert.That(given, Is.SameAs(client));
            Assert.That(stub.Uri!.AbsolutePath, Does.Contain("/raw/"));
            Assert.That(stub.Json.GetProperty("messages").GetRawText(), Is.EqualTo("""[{"role":"user","content":"x"}]"""));
            Assert.That(stub.Body, Does.Contain("\"temperature\":0,\"top_p\":0.5,\"max_tokens\":5,\"tools\"").And.Not.Contain("max_completion_tokens"));
            Assert.That(stub.Json.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()), Is.EqualTo(new[] { "f", "g" }));
            Assert.That((stub.Json.GetProperty("verbosity").GetString(), stub.Json.GetProperty("more").GetArrayLength(), stub.Json.GetProperty("user").GetString()), Is.EqualTo(("low", 1, "u")));
        });
    }

    [Test]
    public async Task The_options_of_the_caller_are_left_as_they_were()
    {
        var options = new ChatOptions { Temperature = 1, Instructions = "i", Tools = [AIFunctionFactory.Create(Weather, "weather")], StopSequences = ["a"], AdditionalProperties = new() { ["user"] = "u", ["strict"] = true } };
        ChatMessage[] messages = [new(ChatRole.User, "x") { AuthorName = "Ana María" }];
        var before = JsonSerializer.Serialize(options, AIJsonUtilities.DefaultOptions) + JsonSerializer.Serialize(messages, AIJsonUtilities.DefaultOptions);
        await SentChat.BodyAsync(messages, options);
        Assert.That(JsonSerializer.Serialize(options, AIJsonUtilities.DefaultOptions) + JsonSerializer.Serialize(messages, AIJsonUtilities.DefaultOptions), Is.EqualTo(before));
    }

    [Test]
    public async Task What_only_permits_is_left_out() =>
        Assert.That(await SentChat.WithAsync(new() { AllowBackgroundResponses = true }), Is.Empty);

    [Test]
    public async Task What_the_service_cannot_do_is_refused_before_it_is_sent() => Assert.Multiple(async () =>
    {
        Assert.That(await SentChat.RefusedAsync<NotSupportedException>(new ChatOptions { TopK = 1 }), Does.Contain("TopK"));
        Assert.That(await SentChat.RefusedAsync<NotSupportedException>(new ChatOptions { ConversationId = "c" }), Does.Contain("ConversationId"));
        Assert.That(await SentChat.RefusedAsync<NotSupportedException>(new ChatOptions { ContinuationToken = ResponseContinuationToken.FromBytes(new byte[] { 1 }) }), Does.Contain("ContinuationToken"));
        Assert.That(await SentChat.RefusedAsync<NotSupportedException>(new ChatOptions { Tools = [new HostedWebSearchTool()] }), Does.Contain("web_search"));
        Assert.That(await SentChat.RefusedAsync<NotSupportedException>(new ChatOptions { RawRepresentationFactory = _ => new ChatRequest("x") { ChoiceCount = 2 } }), Does.Contain("one answer"));
        Assert.That(await SentChat.RefusedAsync<NotSupportedException>(new ChatOptions { AdditionalProperties = new() { ["n"] = 2 } }), Does.Contain("one answer"));
        Assert.That(await SentChat.RefusedAsync<NotSupportedException>(new ChatOptions { Reasoning = new() { Effort = (ReasoningEffort)99 } }), Does.Contain("99"));
        Assert.That(await SentChat.RefusedAsync<ArgumentException>(new ChatOptions { AdditionalProperties = new() { ["strict"] = "yes" } }), Does.Contain("strict"));
        Assert.That(await SentChat.WithAsync(new() { AdditionalProperties = new() { ["n"] = 1 } }), Is.EqualTo("\"n\":1"));
    });

    [System.ComponentModel.Description("Tells the weather.")]
    private static string Weather([System.ComponentModel.Description("Where.")] string city, int days = 1) => $"{city}: rain for {days} days";
}
