using AuthProfiles;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>What the pages say of Azure OpenAI, offline.</summary>
[TestFixture]
public sealed class ChatsTests
{
    private ServiceProvider _services = null!;
    private LocalServices _local = null!;

    [SetUp]
    public void Start()
    {
        var services = new ServiceCollection();
        Chats.Register(new(services));
        _local = services.UseLocalServices();
        _services = services.BuildServiceProvider();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _services.DisposeAsync();
        await _local.DisposeAsync();
    }

    [Test]
    public async Task Whole_streamed_with_a_tool_and_as_a_type()
    {
        _local.AzureOpenAI.Answer("A machine that burns.");
        _local.AzureOpenAI.Answer("A machine that burns.");
        _local.AzureOpenAI.CallTool("open_tickets", """{"Floor":3}""");
        _local.AzureOpenAI.Answer("""{"Summary":"It burns."}""");

        Assert.That(await Chats.AskAsync(new AzureOpenAIClient(_services.GetRequiredService<IHttpClientFactory>().CreateClient("AuthProfiles.AzureOpenAI:assistant"), new() { ChatDeployment = "gpt-4o-mini" })), Is.EqualTo("It burns."));
    }

    [Test]
    public async Task By_the_abstractions_for_a_tenant()
    {
        _local.AzureOpenAI.Answer("high");

        Assert.That(await Chats.AskForAsync(_services.GetRequiredService<IChatClient>()), Is.EqualTo("high"));
        Assert.That((await _services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().For("acme").GenerateAsync(["one text"])).Single().Vector.Length, Is.Positive);
    }

    [Test]
    public async Task Vectors_of_texts_tokens_and_into_the_callers_block()
    {
        var client = _services.GetRequiredService<AzureOpenAIClient>();
        var request = new EmbeddingRequest("one text") { Deployment = "text-embedding-3-small" };
        var length = (await client.EmbedAsync(request)).Vectors[0].Length;

        await client.EmbedAsync(request, new float[length]);
    }
}
