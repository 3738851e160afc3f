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

    private static string Text(JsonObject answer) => (string)answer["choices"]![0]!["message"]!["content"]!;

    private async Task<string> AskAsync(string prompt) => Text(await SendAsync(LocalAzureOpenAITests.Prompt(prompt)));

    private async Task<JsonObject> SendAsync(JsonObject body)
    {
        using var client = _local.Client();
        var request = Wire.Request(HttpMethod.Post, "https://any.openai.azure.com/openai/v1/chat/completions", body);
        request.Headers.Add("api-key", "k");
        using var response = await client.SendAsync(request);
        return await response.JsonAsync();
    }
}
