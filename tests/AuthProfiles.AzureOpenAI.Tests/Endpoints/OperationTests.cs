using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Endpoints;

internal sealed class OperationTests
{
    private const string Vectors = """{"data":[{"index":0,"embedding":[1]}]}""";

    [TestCase(UrlFamily.Deployment, null, "/openai/deployments/gpt-4o-mini/chat/completions?api-version=2024-10-21")]
    [TestCase(UrlFamily.Deployment, "2025-03-01-preview", "/openai/deployments/gpt-4o-mini/chat/completions?api-version=2025-03-01-preview")]
    [TestCase(UrlFamily.V1, null, "/openai/v1/chat/completions")]
    [TestCase(UrlFamily.V1, "preview", "/openai/v1/chat/completions?api-version=preview")]
    public async Task A_chat_goes_to_the_address_of_its_family(UrlFamily family, string? version, string expected)
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        await stub.Client(o => (o.UrlFamily, o.ApiVersion) = (family, version)).CompleteChatAsync(new ChatRequest("Hello"));
        Assert.That((stub.Uri!.PathAndQuery, stub.Uri.Host, stub.Method), Is.EqualTo((expected, "contoso.openai.azure.com", HttpMethod.Post)));
    }

    [TestCase(UrlFamily.Deployment, "/openai/deployments/text-embedding-3-small/embeddings?api-version=2024-10-21")]
    [TestCase(UrlFamily.V1, "/openai/v1/embeddings")]
    public async Task Embeddings_go_to_the_address_of_their_family(UrlFamily family, string expected)
    {
        var stub = ServiceStub.Answering(Vectors);
        await stub.Client(o => o.UrlFamily = family).EmbedAsync(["Hello"]);
        Assert.That(stub.Uri!.PathAndQuery, Is.EqualTo(expected));
    }

    [Test]
    public async Task Only_v1_names_the_deployment_in_the_body([Values] UrlFamily family)
    {
        var chat = ServiceStub.Answering(ServiceStub.Chat);
        var vectors = ServiceStub.Answering(Vectors);
        await chat.Client(o => o.UrlFamily = family).CompleteChatAsync(new ChatRequest("Hello") { Deployment = "gpt-4o" });
        await vectors.Client(o => o.UrlFamily = family).EmbedAsync(["Hello"]);
        Assert.Multiple(() =>
        {
            Assert.That(chat.Json.TryGetProperty("model", out var model) ? model.GetString() : null, Is.EqualTo(family == UrlFamily.V1 ? "gpt-4o" : null));
            Assert.That(vectors.Json.TryGetProperty("model", out model) ? model.GetString() : null, Is.EqualTo(family == UrlFamily.V1 ? "text-embedding-3-small" : null));
        });
    }

    [TestCase("a/b", "a%2Fb")]
    [TestCase("a b", "a%20b")]
    [TestCase("a?b#c", "a%3Fb%23c")]
    [TestCase("../../x", "..%2F..%2Fx")]
    [TestCase("%2e%2e", "%252e%252e")]
    [TestCase("...", "...")]
    [TestCase("größe", "gr%C3%B6%C3%9Fe")]
    public async Task A_deployment_is_one_segment(string deployment, string segment)
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        await stub.Client().CompleteChatAsync(new ChatRequest("Hello") { Deployment = deployment });
        Assert.That(stub.Uri!.AbsoluteUri, Is.EqualTo($"https://contoso.openai.azure.com/openai/deployments/{segment}/chat/completions?api-version=2024-10-21"));
    }

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    public async Task A_dot_segment_is_refused_as_deployment(string deployment)
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        var error = await Assert.ThrowsAsync<AuthorizationException>(() => stub.Client().CompleteChatAsync(new ChatRequest("Hello") { Deployment = deployment }));
        Assert.That((error!.Kind, stub.Uri), Is.EqualTo((AuthorizationErrorKind.InvalidValue, default(Uri))));
    }

    [Test]
    public async Task A_missing_deployment_names_its_setting()
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        var client = stub.Client(o => o.ChatDeployment = o.EmbeddingDeployment = null);
        var chat = await Assert.ThrowsAsync<AuthorizationException>(() => client.CompleteChatAsync(new ChatRequest("Hello")));
        var embeddings = await Assert.ThrowsAsync<AuthorizationException>(() => client.EmbedAsync(new EmbeddingRequest("Hello")));
        Assert.Multiple(() =>
        {
            Assert.That(chat!.Message, Does.Contain("ChatDeployment is missing").And.Contain("AuthProfiles__AzureOpenAI__azure-openai__ChatDeployment"));
            Assert.That(embeddings!.Message, Does.Contain("EmbeddingDeployment is missing"));
            Assert.That(stub.Uri, Is.Null);
        });
    }

    [TestCase("2024-10-21&x=1")]
    [TestCase("2024 10")]
    [TestCase("#")]
    public void A_version_that_could_change_the_address_is_refused(string version) =>
        Assert.That(() => ServiceStub.Answering(ServiceStub.Chat).Client(o => o.ApiVersion = version),
            Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.InvalidValue));

    [Test]
    public async Task The_path_of_a_gateway_is_kept()
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        await stub.Client(address: "https://gateway.contoso.com/ai/").CompleteChatAsync(new ChatRequest("Hello"));
        Assert.That(stub.Uri!.AbsolutePath, Is.EqualTo("/ai/openai/deployments/gpt-4o-mini/chat/completions"));
    }
}
