using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.AzureOpenAI.Tests.DependencyInjection;

internal sealed class AddChatClientTests
{
    [Test]
    public void A_chat_client_is_there_plain_and_by_the_name_of_its_client()
    {
        using var application = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k"), ("ChatDeployment", "mini"));
        application.Services.AddAzureOpenAI("assistant").AddChatClient().AddEmbeddingGenerator("small");
        var plain = application.Provider.GetRequiredService<IChatClient>();
        Assert.Multiple(() =>
        {
            Assert.That(application.Provider.GetRequiredKeyedService<IChatClient>("assistant"), Is.SameAs(plain));
            Assert.That(plain.GetService(typeof(AzureOpenAIClient)), Is.SameAs(application.Client));
            Assert.That(Model(plain), Is.EqualTo("mini"));
        });
    }

    [Test]
    public void Further_deployments_have_keys_of_their_own()
    {
        using var application = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k"));
        application.Services.AddAzureOpenAI("assistant").AddChatClient("gpt-4o-mini").AddChatClient("o4", serviceKey: "thinker");
        application.Services.AddAzureOpenAI("other", o => (o.Endpoint, o.ApiKey) = ("other.openai.azure.com", "k")).AddChatClient("gpt-4o");
        Assert.Multiple(() =>
        {
            Assert.That(Model(application.Provider.GetRequiredService<IChatClient>()), Is.EqualTo("gpt-4o-mini"));
            Assert.That(Model(application.Provider.GetRequiredKeyedService<IChatClient>("assistant")), Is.EqualTo("gpt-4o-mini"));
            Assert.That(Model(application.Provider.GetRequiredKeyedService<IChatClient>("thinker")), Is.EqualTo("o4"));
            Assert.That(Model(application.Provider.GetRequiredKeyedService<IChatClient>("other")), Is.EqualTo("gpt-4o"));
        });
    }

    [Test]
    public void Two_chat_clients_of_one_key_are_refused() => Assert.That(
        () => new ServiceCollection().AddAzureOpenAI("assistant").AddChatClient("a").AddChatClient("b"),
        Throws.InvalidOperationException.With.Message.Contains("serviceKey"));

    [Test]
    public void A_chat_client_of_the_application_stays_the_plain_one()
    {
        using var application = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k"));
        using var own = new AzureOpenAIChatClient(Wire.ServiceStub.Answering("{}").Client());
        application.Services.AddSingleton<IChatClient>(own);
        application.Services.AddAzureOpenAI("assistant").AddChatClient("a");
        Assert.That(application.Provider.GetRequiredService<IChatClient>(), Is.SameAs(own));
    }

    private static string? Model(IChatClient client) => ((ChatClientMetadata)client.GetService(typeof(ChatClientMetadata))!).DefaultModelId;
}
