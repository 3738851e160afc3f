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
        var sent = 0;
        using var application = Streaming(CannedStreams.Broken[name].Text, () => sent++);
        var read = await Transcript.ReadAsync(application.Client);
        Assert.That((read.Error!.Kind, sent), Is.EqualTo((CannedStreams.Broken[name].Kind, 1)));
    }

    private static Application Streaming(string text, Action sent)
    {
        var application = new Application(("ApiKey", "0123456789abcdef0123456789abcdef"), ("Endpoint", "contoso.openai.azure.com")).With();
        application.Service.When(HttpMethod.Post, "*").With(request => request.Headers.Accept.ToString() == "text/event-stream").Respond(_ =>
        {
            sent();
            return new HttpResponseMessage { Content = new StringContent(text, System.Text.Encoding.UTF8, "text/event-stream") };
        });
        return application;
    }

    private static async Task<ServiceStub> SentAsync(ChatRequest request)
    {
        var stub = ServiceStub.Answering(CannedStreams.Whole["plain"]);
        await stub.Client().CompleteChatStreamingAsync(request).ToCompletionAsync();
        return stub;
    }
}
