using System.Net;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Streaming;
using AuthProfiles.AzureOpenAI.Tests.DependencyInjection;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using RichardSzalay.MockHttp;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

internal sealed class StreamRequestTests
{
    [Test]
    public async Task The_body_is_that_of_a_whole_answer_and_asks_for_a_stream()
    {
        var stub = await SentAsync(new("Hello") { Temperature = 0.5 });
        Assert.That(stub.Body, Is.EqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"temperature\":0.5,\"stream\":true}"));
    }

    [Test]
    public async Task Usage_is_asked_for_only_where_the_caller_does()
    {
        var stub = await SentAsync(new("Hello") { IncludeUsage = true });
        Assert.That(stub.Json.GetProperty("stream_options").GetRawText(), Is.EqualTo("{\"include_usage\":true}"));
    }

    [Test]
    public async Task A_whole_answer_never_has_options_of_a_stream()
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        await stub.Client().CompleteChatAsync(new("Hello") { IncludeUsage = true });
        Assert.That(stub.Body, Does.Not.Contain("stream"));
    }

    [Test]
    public async Task Options_of_the_callers_own_are_sent_unless_they_are_there_twice()
    {
        var request = new ChatRequest("Hello") { AdditionalProperties = new Dictionary<string, JsonElement> { ["stream_options"] = JsonDocument.Parse("{\"include_obfuscation\":false}").RootElement } };
        Assert.That((await SentAsync(request)).Json.GetProperty("stream_options").GetRawText(), Is.EqualTo("{\"include_obfuscation\":false}"));
        await Assert.ThrowsAsync<ArgumentException>(() => SentAsync(request with { IncludeUsage = true }));
    }

    [Test]
    public async Task Each_address_family_has_its_address()
    {
        var stub = ServiceStub.Answering(CannedStreams.Whole["plain"]);
        await stub.Client(o => o.UrlFamily = UrlFamily.V1).CompleteChatStreamingAsync(new("Hello")).ToCompletionAsync();
        Assert.That((stub.Uri!.AbsolutePath, stub.Json.GetProperty("model").GetString()), Is.EqualTo(("/openai/v1/chat/completions", "gpt-4o-mini")));
    }

    [TestCase("cut between events")]
    [TestCase("error as data")]
    [TestCase("rate limit")]
    public async Task A_stream_that_has_begun_is_never_asked_for_again(string name)
    {
        using var application = Streaming(out var stub, () => Stream(CannedStreams.Broken[name].Text));
        var read = await Transcript.ReadAsync(application.Client);
        Assert.That((read.Error!.Kind, stub()), Is.EqualTo((CannedStreams.Broken[name].Kind, 1)));
    }

    [Test]
    public async Task A_refusal_before_the_stream_is_repeated_as_for_a_whole_answer()
    {
        var first = true;
        using var application = Streaming(out var stub, () =>
        {
            if (!first)
            {
                return Stream(CannedStreams.Whole["plain"]);
            }

            first = false;
            return new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", "0" } }, Content = new StringContent("{}") };
        });
        var read = await Transcript.ReadAsync(application.Client);
        Assert.That((read.Error, stub()), Is.EqualTo((default(AzureOpenAIException), 2)));
    }

    private static HttpResponseMessage Stream(string text) => new() { Content = new StringContent(text, System.Text.Encoding.UTF8, "text/event-stream") };

    private static Application Streaming(out Func<int> sent, Func<HttpResponseMessage> answer)
    {
        var application = new Application(("ApiKey", "0123456789abcdef0123456789abcdef"), ("Endpoint", "contoso.openai.azure.com")).With();
        var count = 0;
        application.Service.When(HttpMethod.Post, "*").With(request => request.Headers.Accept.ToString() == "text/event-stream").Respond(_ =>
        {
            count++;
            return answer();
        });
        sent = () => count;
        return application;
    }

    private static async Task<ServiceStub> SentAsync(ChatRequest request)
    {
        var stub = ServiceStub.Answering(CannedStreams.Whole["plain"]);
        await stub.Client().CompleteChatStreamingAsync(request).ToCompletionAsync();
        return stub;
    }
}
