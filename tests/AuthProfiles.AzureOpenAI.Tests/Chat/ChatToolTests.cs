using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Tests.Chat;

internal sealed class ChatToolTests
{
    private static readonly ChatTool Weather = new("weather");

    private static IEnumerable<TestCaseData<ChatTool, string>> Tools()
    {
        yield return new(Weather, """{"type":"function","function":{"name":"weather"}}""");
        yield return new(
            Weather with { Description = "Tells the weather.", Parameters = ChatBodies.Json("""{ "type": "object", "required": ["a"] }"""), IsStrict = true },
            """{"type":"function","function":{"name":"weather","description":"Tells the weather.","parameters":{ "type": "object", "required": ["a"] },"strict":true}}""");
    }

    [TestCaseSource(nameof(Tools))]
    public async Task A_tool_goes_out_with_its_schema_as_given(ChatTool tool, string json) =>
        Assert.That(await ChatBodies.SentAsync(new ChatRequest("x") { Tools = [tool] }), Is.EqualTo(ChatBodies.Start + "\"tools\":[" + json + "]}"));

    private static IEnumerable<TestCaseData<ChatToolChoice, string>> Choices()
    {
        yield return new(ChatToolChoice.None, "\"none\"");
        yield return new(ChatToolChoice.Auto, "\"auto\"");
        yield return new(ChatToolChoice.Required, "\"required\"");
        yield return new(ChatToolChoice.Function("weather"), """{"type":"function","function":{"name":"weather"}}""");
    }

    [TestCaseSource(nameof(Choices))]
    public async Task A_choice_is_a_word_or_a_function(ChatToolChoice choice, string json) => Assert.That(
        await ChatBodies.SentAsync(new ChatRequest("x") { Tools = [Weather], ToolChoice = choice, AllowParallelToolCalls = false }),
        Does.EndWith("\"tool_choice\":" + json + ",\"parallel_tool_calls\":false}"));

    [Test]
    public void A_choice_prints_its_word() => Assert.That(
        new[] { ChatToolChoice.None, ChatToolChoice.Auto, ChatToolChoice.Required, ChatToolChoice.Function("f") }.Select(choice => choice.ToString()),
        Is.EqualTo(new[] { "none", "auto", "required", "f" }));

    [Test]
    public async Task A_schema_outlives_its_document()
    {
        var document = JsonDocument.Parse("{\"type\":\"object\"}");
        var tool = new ChatTool("f") { Parameters = document.RootElement };
        document.Dispose();
        Assert.That(await ChatBodies.SentAsync(new ChatRequest("x") { Tools = [tool] }), Does.Contain("{\"type\":\"object\"}"));
    }

    [Test]
    public void A_schema_is_an_object() => Assert.Multiple(() =>
    {
        Assert.That(() => new ChatTool("f") { Parameters = ChatBodies.Json("[]") }, Throws.ArgumentException);
        Assert.That(() => new ChatTool("f") { Parameters = default(JsonElement) }, Throws.ArgumentException);
        Assert.That(new ChatTool("f") { Parameters = null }.Parameters, Is.Null);
        Assert.That(() => new ChatTool(string.Empty), Throws.ArgumentException);
        Assert.That(() => ChatToolChoice.Function(string.Empty), Throws.ArgumentException);
    });
}
