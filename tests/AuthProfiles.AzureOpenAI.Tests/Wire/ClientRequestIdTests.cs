using System.Net;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.AzureOpenAI.Streaming;
using AuthProfiles.AzureOpenAI.Tests.Streaming;

namespace AuthProfiles.AzureOpenAI.Tests.Wire;

internal sealed class ClientRequestIdTests
{
    private const string Header = "x-ms-client-request-id";
    private const string Vector = """{"data":[{"index":0,"embedding":[1,2]}],"model":"m"}""";

    [Test]
    public async Task Every_answer_tells_the_id_that_the_call_was_sent_with()
    {
        var chat = ServiceStub.Answering(ServiceStub.Chat);
        Assert.That((await chat.Client().CompleteChatAsync(new ChatRequest("x"))).ClientRequestId, Is.EqualTo(chat.ClientRequestId).And.Not.Empty);

        var stream = ServiceStub.Answering(CannedStreams.Whole["plain"]);
        Assert.That((await stream.Client().CompleteChatStreamingAsync(new ChatRequest("x")).ToCompletionAsync()).ClientRequestId, Is.EqualTo(stream.ClientRequestId).And.Not.Empty);

        var vectors = ServiceStub.Answering(Vector);
        Assert.That((await vectors.Client().EmbedAsync(["x"])).ClientRequestId, Is.EqualTo(vectors.ClientRequestId).And.Not.Empty);
        Assert.That((await vectors.Client().EmbedAsync(new EmbeddingRequest("x"), new float[2])).ClientRequestId, Is.EqualTo(vectors.ClientRequestId).And.Not.Empty);
    }

    [TestCase(null)]
    [TestCase("somebody-else")]
    public async Task An_error_tells_it_whatever_the_service_repeats(string? repeated)
    {
        var stub = ServiceStub.Answering("{}", HttpStatusCode.NotFound, headers: repeated is null ? [] : [(Header, repeated)]);
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => stub.Client().CompleteChatAsync(new ChatRequest("x")));
        Assert.That((error!.RequestIds[Header], error.Message.Contains($"{Header}: {stub.ClientRequestId}.", StringComparison.Ordinal)), Is.EqualTo((stub.ClientRequestId, true)));
    }

    [Test]
    public async Task A_handler_that_does_not_say_what_it_answers_hides_nothing()
    {
        var client = new AzureOpenAIClient(new HttpClient(new Silent()) { BaseAddress = new Uri("https://contoso.openai.azure.com/") }, new() { ChatDeployment = "gpt-4o" });
        Assert.That((await client.CompleteChatAsync(new ChatRequest("x"))).ClientRequestId, Is.Not.Null);
    }

    [Test]
    public async Task A_request_of_ones_own_gets_an_id_and_keeps_its_own()
    {
        var stub = ServiceStub.Answering("{}");
        using var without = new HttpRequestMessage(HttpMethod.Get, "openai/v1/models");
        using var first = await stub.Client().SendAsync(without);
        Assert.That(Guid.TryParseExact(stub.ClientRequestId, "D", out _), Is.True);

        using var with = new HttpRequestMessage(HttpMethod.Get, "openai/v1/models") { Headers = { { Header, "mine" } } };
        using var second = await stub.Client().SendAsync(with);
        Assert.That(stub.ClientRequestId, Is.EqualTo("mine"));
    }

    [Test]
    public async Task An_id_is_random_as_its_form_says_and_never_another_calls()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 100; i++)
        {
            var stub = ServiceStub.Answering(ServiceStub.Chat);
            await stub.Client().CompleteChatAsync(new ChatRequest("x"));
            Assert.That(stub.ClientRequestId, Does.Match("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
            ids.Add(stub.ClientRequestId!);
        }

        Assert.That(ids, Has.Count.EqualTo(100));
    }

    private sealed class Silent : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(ServiceStub.Chat) });
    }
}
