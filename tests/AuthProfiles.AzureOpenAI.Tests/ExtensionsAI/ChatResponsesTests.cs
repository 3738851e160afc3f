using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using Microsoft.Extensions.AI;
using ChatRole = Microsoft.Extensions.AI.ChatRole;

namespace AuthProfiles.AzureOpenAI.Tests.ExtensionsAI;

/// <summary>What comes back of each member of an answer.</summary>
internal sealed class ChatResponsesTests
{
    [Test]
    public async Task An_answer_with_everything()
    {
        var response = await ReadAsync(DifferentialTests.Everything);
        var message = response.Messages.Single();
        Assert.Multiple(() =>
        {
            Assert.That((response.Text, message.Role), Is.EqualTo(("Grüße 🌍 \"x\" é\n", ChatRole.Assistant)));
            Assert.That((response.ResponseId, message.MessageId, response.ModelId, response.FinishReason), Is.EqualTo(("chatcmpl-1", "chatcmpl-1", "gpt-4o-2024-11-20", (ChatFinishReason?)ChatFinishReason.Stop)));
            Assert.That((response.CreatedAt, message.CreatedAt), Is.EqualTo(((DateTimeOffset?)DateTimeOffset.FromUnixTimeSeconds(1741569952), (DateTimeOffset?)DateTimeOffset.FromUnixTimeSeconds(1741569952))));
            Assert.That(((JsonElement)response.AdditionalProperties!["service_tier"]!).GetString(), Is.EqualTo("default"));
            Assert.That(((ChatCompletion)response.RawRepresentation!).Choices[0].ContentFilter!.ToString(), Does.Contain("hate"));
            Assert.That(message.RawRepresentation, Is.SameAs(response.RawRepresentation));
        });
    }

    [Test]
    public async Task Tokens_are_counted_under_the_names_that_all_providers_share()
    {
        var usage = (await ReadAsync(DifferentialTests.Everything.Replace("\"prompt_tokens\":11", "\"new_tokens\":8,\"note\":\"n\",\"prompt_tokens\":11", StringComparison.Ordinal))).Usage!;
        Assert.Multiple(() =>
        {
            Assert.That((usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.CachedInputTokenCount, usage.ReasoningTokenCount), Is.EqualTo(((long?)11, (long?)22, (long?)33, (long?)5, (long?)7)));
            Assert.That(usage.AdditionalCounts!.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => (count.Key, count.Value)), Is.EqualTo(new[]
            {
                ("InputTokenDetails.AudioTokenCount", 1L),
                ("OutputTokenDetails.AcceptedPredictionTokenCount", 3L),
                ("OutputTokenDetails.AudioTokenCount", 2L),
                ("OutputTokenDetails.RejectedPredictionTokenCount", 4L),
                ("new_tokens", 8L),
            }));
        });
    }

    [Test]
    public async Task Citations_are_annotations_of_the_text()
    {
        var citations = (await ReadAsync(DifferentialTests.Everything)).Messages[0].Contents.OfType<TextContent>().Single().Annotations!.Cast<CitationAnnotation>().ToList();
        var region = (TextSpanAnnotatedRegion)citations[0].AnnotatedRegions!.Single();
        Assert.Multiple(() =>
        {
            Assert.That((citations[0].Title, citations[0].Url, region.StartIndex, region.EndIndex), Is.EqualTo(("A", new Uri("https://a.example/"), (int?)0, (int?)5)));
            Assert.That((citations[1].Title, citations[1].Url, citations[1].Snippet, ((ChatCitation)citations[1].RawRepresentation!).FilePath), Is.EqualTo(("t", default(Uri), "c", "f")));
        });
    }

    [TestCase("stop", "stop")]
    [TestCase("length", "length")]
    [TestCase("tool_calls", "tool_calls")]
    [TestCase("content_filter", "content_filter")]
    [TestCase("new_reason", "new_reason")]
    [TestCase(null, null)]
    public async Task Reasons_to_stop(string? sent, string? reason) =>
        Assert.That((await ReadAsync(Choice("\"content\":\"x\"", sent))).FinishReason?.Value, Is.EqualTo(reason));

    [Test]
    public async Task Calls_are_contents_and_nobody_is_called()
    {
        var response = await ReadAsync(Choice("""
            "content":"Wait","tool_calls":[{"id":"c1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Oslo\",\"days\":2}"}},
            {"id":"c2","type":"function","function":{"name":"ping","arguments":""}},{"id":"c3","type":"custom","custom":{"name":"sql"}}]
            """, "tool_calls"));
        var calls = response.Messages[0].Contents.OfType<FunctionCallContent>().ToList();
        Assert.Multiple(() =>
        {
            Assert.That((response.Text, response.FinishReason), Is.EqualTo(("Wait", (ChatFinishReason?)ChatFinishReason.ToolCalls)));
            Assert.That(calls.Select(call => (call.CallId, call.Name, call.Exception)), Is.EqualTo(new[] { ("c1", "weather", default(Exception)), ("c2", "ping", null) }));
            Assert.That((((JsonElement)calls[0].Arguments!["city"]!).GetString(), ((JsonElement)calls[0].Arguments!["days"]!).GetInt32(), calls[1].Arguments!.Count), Is.EqualTo(("Oslo", 2, 0)));
            Assert.That(calls[0].RawRepresentation, Is.InstanceOf<ChatToolCall>());
        });
    }

    [TestCase("{\\\"x\\\":")]
    [TestCase("[1]")]
    [TestCase("{\\\"\\\\ud800\\\":1}")]
    public async Task Arguments_that_are_none_are_an_exception_on_the_content(string arguments)
    {
        var call = (FunctionCallContent)(await ReadAsync(Choice("\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"" + arguments + "\"}}]"))).Messages[0].Contents.Single();
        Assert.Multiple(() =>
        {
            Assert.That((call.Name, call.Arguments, ((ChatToolCall)call.RawRepresentation!).Arguments), Is.EqualTo(("f", default(IDictionary<string, object?>), arguments.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal))));
            Assert.That(call.Exception, Is.InstanceOf<AzureOpenAIException>().With.Property("Kind").EqualTo(AzureOpenAIErrorKind.UnreadableContent));
        });
    }

    [Test]
    public async Task A_refusal_is_an_error_content()
    {
        var error = (ErrorContent)(await ReadAsync(Choice("\"content\":null,\"refusal\":\"I can't.\""))).Messages[0].Contents.Single();
        Assert.That((error.Message, error.ErrorCode), Is.EqualTo(("I can't.", "Refusal")));
    }

    [Test]
    public async Task Reasoning_comes_before_the_text() => Assert.That(
        (await ReadAsync(Choice("\"content\":\"4\",\"reasoning_content\":\"2+2\""))).Messages[0].Contents.Select(content => content.ToString()), Is.EqualTo(new[] { "2+2", "4" }));

    [Test]
    public async Task A_spoken_answer_is_data()
    {
        var response = await ReadAsync(Choice("\"content\":null,\"audio\":{\"id\":\"a1\",\"data\":\"AQID\",\"transcript\":\"Hi\",\"expires_at\":1}"), new()
        {
            RawRepresentationFactory = _ => new ChatRequest("x") { Modalities = ["text", "audio"], Audio = new("alloy", "mp3") },
        });
        var data = (DataContent)response.Messages[0].Contents.Single();
        Assert.That((data.MediaType, Convert.ToHexString(data.Data.Span), ((ChatAudio)data.RawRepresentation!).Transcript), Is.EqualTo(("audio/mpeg", "010203", "Hi")));
    }

    [Test]
    public async Task An_answer_that_says_nothing_is_an_empty_message()
    {
        var response = await ReadAsync("""{"id":"","model":"","choices":[]}""");
        Assert.That((response.Text, response.Messages.Single().Contents.Count, response.ResponseId, response.ModelId, response.Usage, response.FinishReason),
            Is.EqualTo((string.Empty, 0, default(string), default(string), default(UsageDetails), default(ChatFinishReason?))));
    }

    [Test]
    public void An_error_of_the_service_stays_one()
    {
        using var client = new AzureOpenAIChatClient(ServiceStub.Answering("""{"error":{"code":"DeploymentNotFound","message":"gone"}}""", System.Net.HttpStatusCode.NotFound).Client());
        Assert.That(() => client.GetResponseAsync("x"), Throws.TypeOf<AzureOpenAIException>().With.Property("Kind").EqualTo(AzureOpenAIErrorKind.DeploymentNotFound));
    }

    private static async Task<ChatResponse> ReadAsync(string answer, ChatOptions? options = null)
    {
        using var client = new AzureOpenAIChatClient(ServiceStub.Answering(answer).Client());
        return await client.GetResponseAsync("x", options);
    }

    private static string Choice(string message, string? reason = "stop") =>
        "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":" + (reason is null ? "null" : $"\"{reason}\"") + ",\"message\":{\"role\":\"assistant\"," + message + "}}]}";
}
