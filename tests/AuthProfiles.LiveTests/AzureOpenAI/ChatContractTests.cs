using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.DataSources;
using AuthProfiles.AzureOpenAI.Endpoints;
using AuthProfiles.LiveTests.Infrastructure;

namespace AuthProfiles.LiveTests.AzureOpenAI;

/// <summary>The contracts of both address families take every option of a chat, and refuse what is none.</summary>
[TestFixture(UrlFamily.Deployment)]
[TestFixture(UrlFamily.V1)]
public sealed class ChatContractTests(UrlFamily family)
{
    private static readonly ChatRequest Question = new(ChatMessage.System("Be brief."), ChatMessage.User("Is it urgent?"));

    private static readonly ChatTool Weather = new("weather") { Description = "Tells the weather.", Parameters = Json("""{"type":"object","properties":{"city":{"type":"string"}}}"""), IsStrict = true };

    private static readonly ChatToolCall Call = new() { Id = "call_1", Name = "weather", Arguments = "{\"city\":\"Oslo\"}" };

    private static readonly AzureSearchDataSource Search = new("https://s.search.windows.net", "docs", DataSourceAuthentication.SystemAssignedManagedIdentity);

    private ViolationHandler _contract = null!;
    private HttpClient _http = null!;
    private AzureOpenAIClient _client = null!;

    /// <summary>Gets a value for each option that both families have.</summary>
    private static IEnumerable<TestCaseData<ChatRequest>> Options()
    {
        yield return Of("least", Question);
        yield return Of("temperature", Question with { Temperature = 2, TopP = 0 });
        yield return Of("max_completion_tokens", Question with { MaxCompletionTokens = 10 });
        yield return Of("max_tokens", Question with { MaxTokens = 10 });
        yield return Of("stop", Question with { Stop = ["a", "b", "c", "d"] });
        yield return Of("penalties", Question with { FrequencyPenalty = -2, PresencePenalty = 2 });
        yield return Of("seed", Question with { Seed = (1L << 53) - 1, ChoiceCount = 128 });
        yield return Of("logprobs", Question with { IncludeLogProbabilities = true, TopLogProbabilityCount = 20 });
        yield return Of("logit_bias", Question with { LogitBias = new Dictionary<int, int> { [50256] = -100 } });
        yield return Of("user", Question with { User = "u-7" });
        yield return Of("text", Question with { ResponseFormat = ChatResponseFormat.Text });
        yield return Of("json_object", Question with { ResponseFormat = ChatResponseFormat.JsonObject });
        yield return Of("json_schema", Question with { ResponseFormat = ChatResponseFormat.JsonSchema("answer", Json("""{"type":"object"}"""), isStrict: true, "An answer.") });
        yield return Of("json_schema of a type", Question with { ResponseFormat = ChatResponseFormat.JsonSchema(LiveTypes.Default.Answer) });
        yield return Of("tools", Question with { Tools = [Weather, new ChatTool("now")], AllowParallelToolCalls = false });
        yield return Of("tool_choice none", Question with { Tools = [Weather], ToolChoice = ChatToolChoice.None });
        yield return Of("tool_choice auto", Question with { Tools = [Weather], ToolChoice = ChatToolChoice.Auto });
        yield return Of("tool_choice required", Question with { Tools = [Weather], ToolChoice = ChatToolChoice.Required });
        yield return Of("tool_choice named", Question with { Tools = [Weather], ToolChoice = ChatToolChoice.Function("weather") });
        yield return Of("tool messages", Question.Append(ChatMessage.Assistant([Call]), ChatMessage.Tool(Call, "12 degrees")));
        yield return Of("refusal", Question.Append(ChatMessage.Assistant(new ChatResponseMessage { Refusal = "No." }), ChatMessage.User("Why?") with { Name = "mia" }));
        yield return Of("function messages", Question.Append(ChatMessage.Assistant(new ChatResponseMessage { FunctionCall = new("f", "{}") }), ChatMessage.Function("f", "x")));
        yield return Of("image url", new ChatRequest(ChatMessage.User("What?", new ChatImagePart("https://a.example/b%20c.png?sig=%2B") { Detail = "high" })));
        yield return Of("image bytes", new ChatRequest(ChatMessage.User("What?", new ChatImagePart(new byte[] { 1, 2, 3 }, "image/png") { Detail = "low" })));
        yield return Of("data source", Question with { DataSources = [Search] });
        yield return Of("data source options", Question with
        {
            DataSources =
            [
                Search with
                {
                    QueryType = "vector_semantic_hybrid",
                    SemanticConfiguration = "c",
                    Filter = "a eq 'b'",
                    Vectorization = DataSourceVectorization.Deployment("ada"),
                    Fields = new() { Title = "t", Url = "u", FilePath = "f", Content = ["c"], ContentSeparator = "\n", Vectors = ["v"] },
                    InScope = true,
                    Strictness = 5,
                    TopDocuments = 3,
                },
            ],
        });

        // Within a member the older contract takes what it does not know.
        yield return Of("spoken answer", Question.Append(ChatMessage.Assistant(new ChatResponseMessage { Audio = new() { Id = "audio_1" } })));
        yield return Of("newer data source options", Question with
        {
            DataSources =
            [
                Search with
                {
                    MaxSearchQueries = 2,
                    AllowPartialResult = true,
                    IncludeContexts = ["citations", "intent", "all_retrieved_documents"],
                    Vectorization = DataSourceVectorization.Deployment("ada") with { Dimensions = 256 },
                    Fields = new() { ImageVectors = ["i"] },
                },
            ],
        });
    }

    /// <summary>Gets a value for each option that only the v1 addresses have.</summary>
    private static IEnumerable<TestCaseData<ChatRequest>> NewerOptions()
    {
        yield return Of("developer", new ChatRequest(ChatMessage.Developer("Be brief."), ChatMessage.User("?")));
        yield return Of("reasoning_effort", Question with { ReasoningEffort = "high" });
        yield return Of("prediction", Question with { Prediction = "class A;" });
        yield return Of("audio", Question with { Modalities = ["text", "audio"], Audio = new("alloy", "wav") });
        yield return Of("store", Question with { Store = true, Metadata = new Dictionary<string, string> { ["team"] = "a" } });
        yield return Of("user_security_context", Question with { UserSecurityContext = new() { ApplicationName = "notes", EndUserId = "u", EndUserTenantId = "t", SourceIP = "192.0.2.1" } });
        yield return Of("input_audio", new ChatRequest(ChatMessage.User(new ChatAudioPart(new byte[] { 1, 2, 3 }, "wav"))));
        yield return Of("file", new ChatRequest(ChatMessage.User(new ChatFilePart("file-1"), new ChatFilePart(new byte[] { 1 }, "application/pdf", "a.pdf"))));

        // The contracts are wrong about the other kinds: a key fits none of v1, and in the stable version each kind fits two, of which one is allowed.
        yield return Of("access_token", Question with { DataSources = [new AzureSearchDataSource("https://s.search.windows.net", "docs", DataSourceAuthentication.AccessToken("t"))] });
        yield return Of("user_assigned_managed_identity", Question with { DataSources = [new AzureSearchDataSource("https://s.search.windows.net", "docs", DataSourceAuthentication.UserAssignedManagedIdentity("/subscriptions/1"))] });
    }

    /// <summary>Gets bodies' members that no contract allows.</summary>
    private static IEnumerable<TestCaseData<string, string>> Refused()
    {
        yield return new("temperature", "2.1");
        yield return new("temperature", "\"1\"");
        yield return new("top_p", "-0.1");
        yield return new("n", "0");
        yield return new("n", "129");
        yield return new("presence_penalty", "3");
        yield return new("frequency_penalty", "-2.5");
        yield return new("top_logprobs", "21");
        yield return new("logprobs", "\"yes\"");
        yield return new("logit_bias", "{\"7\":\"high\"}");
        yield return new("seed", "1.5");
        yield return new("user", "7");
        yield return new("tools", "[{\"type\":\"function\"}]");
        yield return new("tools", "[{\"type\":\"function\",\"function\":{\"description\":\"no name\"}}]");
        yield return new("tools", "[{\"type\":\"search\",\"function\":{\"name\":\"a\"}}]");
        yield return new("tool_choice", "\"always\"");
        yield return new("tool_choice", "{\"type\":\"function\"}");
        yield return new("parallel_tool_calls", "\"no\"");
        yield return new("response_format", "{\"type\":\"yaml\"}");
        yield return new("response_format", "{\"type\":\"json_schema\"}");
        yield return new("stop", "[1]");
        yield return new("data_sources", "[{\"type\":\"azure_search\"}]");
        yield return new("data_sources", "{}");
        yield return new("maxTokens", "10");
    }

    /// <summary>Gets messages that no contract allows.</summary>
    private static IEnumerable<string> RefusedMessages()
    {
        yield return """[]""";
        yield return """[{"content":"x"}]""";
        yield return """[{"role":"robot","content":"x"}]""";
        yield return """[{"role":"user"}]""";
        yield return """[{"role":"tool","content":"x"}]""";
        yield return """[{"role":"user","content":[{"type":"image_url"}]}]""";
        yield return """[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://a.example","detail":"huge"}}]}]""";
        yield return """[{"role":"assistant","content":null,"tool_calls":[{"id":"a"}]}]""";
    }

    [OneTimeSetUp]
    public void Connect()
    {
        var address = LiveEnvironment.Require(family == UrlFamily.V1 ? LiveEnvironment.AzureV1 : LiveEnvironment.AzureDeployments);
        _contract = new ViolationHandler();
        _http = new HttpClient(_contract) { BaseAddress = address };
        _client = new AzureOpenAIClient(_http, new AzureOpenAIOptions { UrlFamily = family, ChatDeployment = "gpt-4o-mini" });
    }

    [OneTimeTearDown]
    public void Disconnect()
    {
        _http?.Dispose();
        _contract?.Dispose();
    }

    [TestCaseSource(nameof(Options))]
    public Task An_option_is_taken(ChatRequest request) => TakenAsync(request);

    [TestCaseSource(nameof(NewerOptions))]
    public async Task A_newer_option_is_taken_by_the_newer_addresses(ChatRequest request)
    {
        if (family == UrlFamily.V1)
        {
            await TakenAsync(request);
        }
        else
        {
            // The stable version does not know them: the test sees that the contract is a strict one.
            await RefusedAsync(() => _client.CompleteChatAsync(request));
        }
    }

    [TestCaseSource(nameof(Refused))]
    public Task What_is_no_option_is_refused(string name, string json) =>
        RefusedAsync(() => _client.CompleteChatAsync(Question with { AdditionalProperties = new Dictionary<string, JsonElement> { [name] = Json(json) } }));

    [TestCaseSource(nameof(RefusedMessages))]
    public async Task What_is_no_conversation_is_refused(string messages)
    {
        var isV1 = family == UrlFamily.V1;
        using var request = new HttpRequestMessage(HttpMethod.Post, isV1 ? "openai/v1/chat/completions" : "openai/deployments/gpt-4o-mini/chat/completions?api-version=2024-10-21");
        request.Content = new StringContent("{" + (isV1 ? "\"model\":\"gpt-4o-mini\"," : string.Empty) + "\"messages\":" + messages + "}", System.Text.Encoding.UTF8, "application/json");
        using var response = await _client.SendAsync(request);
        Assert.That((int)response.StatusCode, Is.EqualTo(422), _contract.Violations);
    }

    private static TestCaseData<ChatRequest> Of(string name, ChatRequest request) => new(request) { TestName = "{m}(" + name + ")" };

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private async Task TakenAsync(ChatRequest request)
    {
        try
        {
            Assert.That((await _client.CompleteChatAsync(request)).Choices, Is.Not.Empty);
        }
        catch (AzureOpenAIException error) when (family == UrlFamily.V1 && error.StatusCode == 200 && error.Kind == AzureOpenAIErrorKind.MalformedAnswer)
        {
            // The request was taken. This contract has no example, and what the server makes up has numbers that no service sends.
        }
        catch (AzureOpenAIException error)
        {
            Assert.Fail($"{error.StatusCode}: {_contract.Violations}");
        }

        Assert.That(_contract.Violations, Is.Empty);
    }

    private async Task RefusedAsync(Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => call());
        Assert.That(error!.StatusCode, Is.EqualTo(422));
        Assert.That(_contract.Violations, Is.Not.Empty);
    }
}
