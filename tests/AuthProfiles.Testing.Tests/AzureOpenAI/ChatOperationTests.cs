using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.AzureOpenAI;

public sealed class ChatOperationTests
{
    private LocalServices _local = null!;

    [SetUp]
    public void Start() => _local = new LocalServices();

    [TearDown]
    public async Task StopAsync() => await _local.DisposeAsync();

    [TestCase("Summarize: the printer is on fire.", ExpectedResult = "the printer is on fire.")]
    [TestCase("Priority, one word? The printer is on fire.", ExpectedResult = "urgent")]
    [TestCase("What priority has this: urgent, high, normal or low?\nI was charged twice.", ExpectedResult = "high")]
    [TestCase("What is the priority? Answer with urgent, high, normal or low.\nWhere do I find the invoice?", ExpectedResult = "normal")]
    [TestCase("Priority?\nA question about colours.", ExpectedResult = "low")]
    [TestCase("Priority?\nDer Server brennt, dringend!", ExpectedResult = "urgent")]
    [TestCase("Summarize this ticket and give its priority.\nThe server is down.", ExpectedResult = "The server is down.\nPriority: urgent")]
    [TestCase("One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen", ExpectedResult = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen …")]
    [TestCase("Summarize.", ExpectedResult = "Nothing was said.")]
    public Task<string> The_default_answer_comes_from_the_prompt(string prompt) => AskAsync(prompt);

    [Test]
    public async Task Instructions_may_stand_in_the_system_message()
    {
        var body = LocalAzureOpenAITests.Prompt("The server is down.");
        ((JsonArray)body["messages"]!).Insert(0, new JsonObject { ["role"] = "system", ["content"] = "You give the priority in one word." });

        var answer = await SendAsync(body);

        Assert.That(Text(answer), Is.EqualTo("urgent"));
    }

    [Test]
    public async Task Set_answers_come_in_order_and_the_last_stays()
    {
        _local.AzureOpenAI.Answer("one");
        _local.AzureOpenAI.Answer("two");

        var answers = new[] { await AskAsync("?"), await AskAsync("?"), await AskAsync("?") };

        Assert.That(answers, Is.EqualTo(new[] { "one", "two", "two" }));
    }

    [Test]
    public async Task An_answer_that_was_given_gives_way_to_a_newer_one()
    {
        _local.AzureOpenAI.Answer("one");
        var answers = new List<string> { await AskAsync("?"), await AskAsync("?") };
        _local.AzureOpenAI.Answer("two");
        answers.Add(await AskAsync("?"));
        _local.AzureOpenAI.Answer("three");
        _local.AzureOpenAI.Answer("four");
        answers.AddRange([await AskAsync("?"), await AskAsync("?"), await AskAsync("?")]);

        Assert.That(answers, Is.EqualTo(new[] { "one", "one", "two", "three", "four", "four" }));
    }

    [Test]
    public async Task Usage_adds_up()
    {
        var usage = (await SendAsync(LocalAzureOpenAITests.Prompt("Hello there")))["usage"]!;

        Assert.That((int)usage["prompt_tokens"]!, Is.Positive);
        Assert.That((int)usage["total_tokens"]!, Is.EqualTo((int)usage["prompt_tokens"]! + (int)usage["completion_tokens"]!));
    }

    [Test]
    public async Task An_answer_longer_than_allowed_is_cut()
    {
        var body = LocalAzureOpenAITests.Prompt("One two three four five six");
        body["max_tokens"] = 2;

        var answer = await SendAsync(body);

        Assert.That((string?)answer["choices"]![0]!["finish_reason"], Is.EqualTo("length"));
        Assert.That(Text(answer), Is.EqualTo("One two "));
    }

    [Test]
    public async Task Several_choices_are_given_when_asked_for()
    {
        var body = LocalAzureOpenAITests.Prompt("Hello");
        body["n"] = 3;

        Assert.That((JsonArray)(await SendAsync(body))["choices"]!, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_stream_has_the_words_of_the_whole_answer_and_the_usage_where_it_is_asked_for()
    {
        var body = LocalAzureOpenAITests.Prompt("Summarize: the printer is on fire.");
        body["stream"] = true;
        body["stream_options"] = new JsonObject { ["include_usage"] = true };

        var chunks = await ChunksAsync(body);

        Assert.That(string.Concat(chunks.Select(static chunk => (string?)chunk["choices"]!.AsArray().FirstOrDefault()?["delta"]?["content"])), Is.EqualTo("the printer is on fire."));
        Assert.That((string?)chunks[^2]["choices"]![0]!["finish_reason"], Is.EqualTo("stop"));
        Assert.That((int)chunks[^1]["usage"]!["total_tokens"]!, Is.Positive);
    }

    [Test]
    public async Task A_tool_is_called_once_and_its_result_is_the_next_answer()
    {
        var body = LocalAzureOpenAITests.Prompt("What is the weather in Bern?");
        body["tools"] = new JsonArray(new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = "weather" } });
        _local.AzureOpenAI.CallTool("weather", """{"city":"Bern"}""");

        var call = (await SendAsync(body))["choices"]![0]!["message"]!["tool_calls"]![0]!;
        body["messages"]!.AsArray().Add(new JsonObject { ["role"] = "tool", ["tool_call_id"] = (string)call["id"]!, ["content"] = "21 degrees" });

        Assert.That((string?)call["function"]!["arguments"], Is.EqualTo("""{"city":"Bern"}"""));
        Assert.That(Text(await SendAsync(body)), Is.EqualTo("21 degrees"));
    }

    [Test]
    public async Task A_streamed_call_of_a_tool_comes_in_pieces()
    {
        var body = LocalAzureOpenAITests.Prompt("What is the weather in Bern?");
        body["stream"] = true;
        body["tools"] = new JsonArray(new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = "weather" } });
        _local.AzureOpenAI.CallTool("weather", """{"city":"Bern"}""");

        var chunks = await ChunksAsync(body);
        var calls = CallsOf(chunks);

        Assert.That(calls, Has.Count.GreaterThan(2));
        Assert.That((string?)calls[0]["name"], Is.EqualTo("weather"));
        Assert.That(ArgumentsOf(chunks), Is.EqualTo("""{"city":"Bern"}"""));
    }

    [Test]
    public async Task No_piece_ends_in_the_middle_of_a_character()
    {
        const string arguments = """{"at":"😀😀😀😀😀😀"}""";
        var body = LocalAzureOpenAITests.Prompt("Where?");
        body["stream"] = true;
        body["tools"] = new JsonArray(new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = "find" } });
        _local.AzureOpenAI.CallTool("find", " " + arguments);
        _local.AzureOpenAI.CallTool("find", arguments);
        _local.AzureOpenAI.Answer("abc😀def");

        var first = ArgumentsOf(await ChunksAsync(body));
        var second = ArgumentsOf(await ChunksAsync(body));
        var cut = LocalAzureOpenAITests.Prompt("Where?");
        cut["max_tokens"] = 1;

        Assert.That((first, second), Is.EqualTo((" " + arguments, arguments)));
        Assert.That(Text(await SendAsync(cut)), Is.EqualTo("abc"));
    }

    [Test]
    public async Task A_tool_that_is_not_offered_is_not_called()
    {
        _local.AzureOpenAI.CallTool("weather");

        Assert.That((string?)(await SendAsync(LocalAzureOpenAITests.Prompt("Hello")))["error"]!["param"], Is.EqualTo("tools"));
    }

    [Test]
    public async Task Where_a_schema_is_asked_for_the_answer_has_it()
    {
        var body = LocalAzureOpenAITests.Prompt("Priority? The server is down.");
        body["response_format"] = JsonNode.Parse("""
            {"type":"json_schema","json_schema":{"name":"triage","schema":{"type":"object","required":["priority","note","count","parts","open"],"properties":{
            "priority":{"enum":["low","urgent"]},"note":{"type":["string","null"]},"count":{"type":"integer"},"parts":{"type":"array"},"open":{"type":"boolean"},"by":{"type":"object","properties":{"name":{"type":"string"}}}}}}}
            """);

        Assert.That(Text(await SendAsync(body)), Is.EqualTo("""{"priority":"urgent","note":"urgent","count":0,"parts":[],"open":false,"by":{"name":"urgent"}}"""));
    }

    private static List<JsonNode> CallsOf(List<JsonObject> chunks) =>
        [.. chunks.Select(static chunk => chunk["choices"]!.AsArray().FirstOrDefault()?["delta"]?["tool_calls"]?[0]?["function"]).OfType<JsonNode>()];

    private static string ArgumentsOf(List<JsonObject> chunks) => string.Concat(CallsOf(chunks).Select(static call => (string?)call["arguments"]));

    private static string Text(JsonObject answer) => (string)answer["choices"]![0]!["message"]!["content"]!;

    private async Task<string> AskAsync(string prompt) => Text(await SendAsync(LocalAzureOpenAITests.Prompt(prompt)));

    private async Task<List<JsonObject>> ChunksAsync(JsonObject body)
    {
        using var client = _local.Client();
        var request = Wire.Request(HttpMethod.Post, "https://any.openai.azure.com/openai/v1/chat/completions", body);
        request.Headers.Add("api-key", "k");
        using var response = await client.SendAsync(request);
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/event-stream"));
        var events = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(events[^1], Is.EqualTo("data: [DONE]"));
        return [.. events[..^1].Select(static line => JsonNode.Parse(line["data: ".Length..])!.AsObject())];
    }

    private async Task<JsonObject> SendAsync(JsonObject body)
    {
        using var client = _local.Client();
        var request = Wire.Request(HttpMethod.Post, "https://any.openai.azure.com/openai/v1/chat/completions", body);
        request.Headers.Add("api-key", "k");
        using var response = await client.SendAsync(request);
        return await response.JsonAsync();
    }
}
