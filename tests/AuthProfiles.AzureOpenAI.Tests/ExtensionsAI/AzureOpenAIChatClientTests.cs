using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.Tests.ExtensionsAI;

internal sealed class AzureOpenAIChatClientTests
{
    [Test]
    public void It_tells_what_it_is()
    {
        var client = ServiceStub.Answering(ServiceStub.Chat).Client();
        using var chat = new AzureOpenAIChatClient(client);
        using var other = new AzureOpenAIChatClient(client, "other");
        var metadata = (ChatClientMetadata)chat.GetService(typeof(ChatClientMetadata))!;
        Assert.Multiple(() =>
        {
            Assert.That((metadata.ProviderName, metadata.ProviderUri, metadata.DefaultModelId), Is.EqualTo(("azure.ai.openai", new Uri("https://contoso.openai.azure.com/"), "gpt-4o-mini")));
            Assert.That(((ChatClientMetadata)other.GetService(typeof(ChatClientMetadata))!).DefaultModelId, Is.EqualTo("other"));
            Assert.That(chat.GetService(typeof(AzureOpenAIClient)), Is.SameAs(client));
            Assert.That(chat.GetService(typeof(IChatClient)), Is.SameAs(chat));
            Assert.That(chat.GetService(typeof(AzureOpenAIClient), "key"), Is.Null);
            Assert.That(chat.GetService(typeof(HttpClient)), Is.Null);
        });
    }

    [Test]
    public async Task To_dispose_it_ends_nothing()
    {
        var client = ServiceStub.Answering(ServiceStub.Chat).Client();
        new AzureOpenAIChatClient(client).Dispose();
        Assert.That((await client.CompleteChatAsync(new ChatRequest("x"))).Text, Is.EqualTo("Hi"));
    }

    [Test]
    public async Task Messages_and_options_serve_many_calls_at_once()
    {
        using var http = new HttpClient(new FixedAnswer(System.Text.Encoding.UTF8.GetBytes(ServiceStub.Chat))) { BaseAddress = new Uri("https://contoso.openai.azure.com/") };
        using var chat = new AzureOpenAIChatClient(new AzureOpenAIClient(http, new() { ChatDeployment = "m" }));
        Microsoft.Extensions.AI.ChatMessage[] messages = [new(Microsoft.Extensions.AI.ChatRole.User, "x")];
        var options = new ChatOptions
        {
            Tools = [AIFunctionFactory.Create(static (int number) => number, "f")],
            AdditionalProperties = new() { ["strict"] = true },
        };
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => chat.GetResponseAsync(messages, options))));
        Assert.That(answers.Select(answer => answer.Text), Is.All.EqualTo("Hi"));
    }
}
